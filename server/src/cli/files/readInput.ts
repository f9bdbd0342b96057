import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { localized, type Localized } from '../../text/localized';
import { decodeText, type DecodedText, type TextEncoding } from './textEncoding';

export interface InputText extends DecodedText {
  readonly bytes: Buffer;
}

/** Reads and decodes one file, or says why it cannot be read. */
export function readInput(path: string, forced?: TextEncoding): InputText | { readonly problem: Localized } {
  let bytes: Buffer | 'tooLarge';
  try {
    bytes = readBytes(path);
  } catch (error) {
    return { problem: accessProblem((error as NodeJS.ErrnoException).code ?? '') };
  }
  if (bytes === 'tooLarge') return { problem: tooLarge };
  return decodeInput(bytes, forced);
}

/** Decodes what a file or the standard input gave, or says why it is no text. */
function decodeInput(bytes: Buffer, forced?: TextEncoding): InputText | { readonly problem: Localized } {
  const problem = binaryProblem(bytes, forced);
  return problem ? { problem } : { bytes, ...decodeText(bytes, forced) };
}

/** What a system error code means to the person who named the path. */
export function accessProblem(code: string): Localized {
  return accessProblems[code] ?? localized(`无法读取（${code}）`, `cannot be read (${code})`);
}

/** One text file, see the sizes of the interface. */
const largestFile = 256 * 1024 * 1024;

const tooLarge = localized('文件超过 256 MB，没有读取。请拆分后再检查。', 'larger than 256 MB, not read; split it first');

const accessProblems: Readonly<Record<string, Localized>> = {
  ENOENT: localized('文件不存在，请核对路径。', 'no such file; check the path'),
  EACCES: localized('没有读取权限。', 'permission denied'),
  EPERM: localized('没有读取权限。', 'permission denied'),
  EISDIR: localized('这是文件夹，不是文件。', 'is a folder, not a file'),
};

const chunkLength = 65_536;
const chunk = Buffer.allocUnsafeSlow(chunkLength);

/** Most reports fit into the shared chunk. The size is asked for only beyond it; pipes have none and are read until they end. */
function readBytes(path: string): Buffer | 'tooLarge' {
  const file = openSync(path, 'r');
  try {
    let length = fill(file, chunk, 0);
    if (length < chunkLength) return Buffer.from(chunk.subarray(0, length));
    const size = fstatSync(file).size;
    if (size > largestFile) return 'tooLarge';
    let bytes = Buffer.allocUnsafeSlow(Math.max(size + 1, 2 * chunkLength));
    chunk.copy(bytes);
    while ((length = fill(file, bytes, length)) === bytes.length) {
      if (length > largestFile) return 'tooLarge';
      bytes = Buffer.concat([bytes], 2 * length);
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** Reads until the buffer is full or the file ends; returns how many bytes the buffer then holds. */
function fill(file: number, buffer: Buffer, from: number): number {
  let length = from;
  while (length < buffer.length) {
    const read = readSync(file, buffer, length, buffer.length - length, null);
    if (read === 0) break;
    length += read;
  }
  return length;
}

const nulSampleLength = 8_192;

/** What clerks hand over by mistake gets a name; anything else with NUL bytes is simply no text. */
function binaryProblem(bytes: Buffer, forced: TextEncoding | undefined): Localized | undefined {
  const start = bytes.toString('latin1', 0, 8);
  const format = Object.keys(documentFormats).find((magic) => start.startsWith(magic));
  if (format) return documentFormats[format];
  const utf16 = forced?.startsWith('utf-16') || start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff');
  return !utf16 && bytes.subarray(0, nulSampleLength).includes(0) ? notText : undefined;
}

const notText = localized('不是文本文件（内容为二进制）。', 'not a text file (binary content)');

const saveAsText = (zh: string, en: string) =>
  localized(`这是${zh}，不是纯文本。请先把内容另存为 .txt 再检查。`, `is ${en}, not plain text; save its content as .txt first`);

const documentFormats: Readonly<Record<string, Localized>> = {
  '%PDF-': saveAsText(' PDF 文件', 'a PDF file'),
  'PK\x03\x04': saveAsText(' Word、Excel 或压缩文件', 'a Word, Excel or zip file'),
  '\xd0\xcf\x11\xe0': saveAsText('旧版 Word 或 Excel 文件', 'an old Word or Excel file'),
  '{\\rtf': saveAsText(' RTF 文件', 'an RTF file'),
};

/** Everything the standard input gives until it ends. */
export function readStandardInput(forced?: TextEncoding): InputText | { readonly problem: Localized } {
  const pieces: Buffer[] = [];
  let length = 0;
  for (let read = readPiece(); read.length > 0; read = readPiece()) {
    pieces.push(read);
    if ((length += read.length) > largestFile) return { problem: tooLarge };
  }
  return decodeInput(Buffer.concat(pieces), forced);
}

function readPiece(): Buffer {
  for (;;) {
    try {
      return Buffer.from(chunk.subarray(0, readSync(0, chunk, 0, chunkLength, null)));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return Buffer.alloc(0);
      if (code !== 'EAGAIN') throw error;
      // A non-blocking pipe whose writer is still at work.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
