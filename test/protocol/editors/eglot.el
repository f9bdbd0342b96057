;;; Drives the language server as Emacs with Eglot does and writes what came back as JSON.  -*- lexical-binding: t -*-
(require 'eglot)
(require 'json)

(define-derived-mode disclosure-report-mode text-mode "Report")
(add-to-list 'eglot-server-programs
             `(disclosure-report-mode . (,(getenv "GOUJI_NODE") ,(getenv "GOUJI_SERVER") "--stdio")))
(setq eglot-sync-connect 20
      eglot-autoshutdown nil
      eglot-confirm-server-initiated-edits nil
      create-lockfiles nil)

(find-file (getenv "GOUJI_FILE"))
(disclosure-report-mode)
(let ((default-directory (file-name-directory (getenv "GOUJI_FILE"))))
  (apply #'eglot (eglot--guess-contact)))

(let ((tries 0))
  (while (and (null (flymake-diagnostics)) (< tries 400))
    (setq tries (1+ tries))
    (flymake-start)
    (accept-process-output nil 0.05)))

(let* ((server (eglot-current-server))
       (document (eglot--TextDocumentIdentifier))
       (symbols (jsonrpc-request server :textDocument/documentSymbol `(:textDocument ,document)))
       (lenses (jsonrpc-request server :textDocument/codeLens `(:textDocument ,document)))
       (diagnostics (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))
       (hover (progn
                (goto-char (point-min))
                (search-forward "（七）总计")
                (search-forward "0")
                (backward-char)
                (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams))))
       (actions (jsonrpc-request
                 server :textDocument/codeAction
                 `(:textDocument ,document
                   :range (:start (:line 0 :character 0) :end (:line 0 :character 0))
                   :context (:diagnostics [] :only ["source.fixAll.gouji"])))))
  (eglot--apply-workspace-edit (plist-get (elt actions 0) :edit) nil)
  (with-temp-file (getenv "GOUJI_RESULT")
    (insert (let ((json-encoding-pretty-print nil))
              (json-encode
               `((diagnostics . ,(vconcat diagnostics))
                 (hover . ,(plist-get (plist-get hover :contents) :value))
                 (symbols . ,(length symbols))
                 (lenses . ,(length lenses))
                 (text . ,(with-current-buffer (find-buffer-visiting (getenv "GOUJI_FILE"))
                            (buffer-substring-no-properties (point-min) (point-max)))))))))
  (kill-emacs 0))
