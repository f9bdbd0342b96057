-- Drives the language server as Neovim does and prints what came back as one line of JSON.
local server, file, result = vim.env.GOUJI_SERVER, vim.env.GOUJI_FILE, vim.env.GOUJI_RESULT

local function report(answer)
  local out = assert(io.open(result, 'w'))
  out:write(vim.fn.json_encode(answer))
  out:close()
  vim.cmd('qall!')
end

vim.cmd('edit ' .. vim.fn.fnameescape(file))
local id = vim.lsp.start_client({
  name = 'gouji',
  cmd = { vim.env.GOUJI_NODE, server, '--stdio' },
  root_dir = vim.fn.fnamemodify(file, ':h'),
  settings = { gouji = { locale = 'zh-cn' } },
})
vim.lsp.buf_attach_client(0, id)

local diagnostics = {}
vim.wait(20000, function()
  diagnostics = vim.diagnostic.get(0)
  return #diagnostics > 0
end, 20)

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000) or {}
  for _, answer in pairs(answers) do
    return answer.result
  end
end

local wrong = diagnostics[1]
for _, diagnostic in ipairs(diagnostics) do
  if diagnostic.severity == vim.diagnostic.severity.ERROR then
    wrong = diagnostic
    break
  end
end
local document = { uri = vim.uri_from_bufnr(0) }
vim.api.nvim_win_set_cursor(0, { wrong.lnum + 1, wrong.col })
local hover = ask('textDocument/hover', vim.lsp.util.make_position_params())
local symbols = ask('textDocument/documentSymbol', { textDocument = document })
local actions = ask('textDocument/codeAction', {
  textDocument = document,
  range = { start = { line = 0, character = 0 }, ['end'] = { line = 0, character = 0 } },
  context = { diagnostics = {}, only = { 'source.fixAll.gouji' } },
})
vim.lsp.util.apply_workspace_edit(actions[1].edit, vim.lsp.get_client_by_id(id).offset_encoding)

report({
  codes = vim.tbl_map(function(diagnostic)
    return (diagnostic.code or (diagnostic.user_data and diagnostic.user_data.lsp and diagnostic.user_data.lsp.code)) or vim.NIL
  end, diagnostics),
  source = wrong.source,
  hover = hover and hover.contents.value or vim.NIL,
  symbols = #symbols,
  text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n'),
})
