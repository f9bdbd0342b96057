import { span, type Span } from '../text/span';
import { localized, type Localized } from '../text/localized';

/** A JSON value with its place in the text, so that a message can point at it and an edit can leave the rest alone. */
export type JsonNode =
  | { readonly kind: 'object'; readonly span: Span; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly span: Span; readonly items: readonly JsonNode[] }
  | { readonly kind: 'string'; readonly span: Span; readonly value: string }
  | { readonly kind: 'number'; readonly span: Span; readonly value: number }
  | { readonly kind: 'boolean'; readonly span: Span; readonly value: boolean }
  | { readonly kind: 'null'; readonly span: Span };

export interface JsonMember {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: JsonNode;
}

export interface JsonSyntaxError {
  readonly at: number;
  readonly message: Localized;
}

/** Reads JSON; comments and a comma before a closing bracket are let pass, as editors do for settings files. */
export function readJson(text: string): { readonly root: JsonNode } | { readonly error: JsonSyntaxError } {
  const reader = new JsonReader(text);
  try {
    return { root: reader.document() };
  } catch (error) {
    if (error instanceof SyntaxStop) return { error: { at: error.at, message: error.text } };
    throw error;
  }
}

export function memberOf(node: JsonNode, key: string): JsonMember | undefined {
  return node.kind === 'object' ? node.members.findLast((member) => member.key === key) : undefined;
}

/** Where white space and comments end that begin at a place. */
export function afterBlank(text: string, at: number): number {
  const blank = /(?:[\s\ufeff]+|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
  blank.lastIndex = at;
  blank.exec(text);
  return blank.lastIndex;
}

class SyntaxStop extends Error {
  constructor(
    readonly at: number,
    readonly text: Localized,
  ) {
    super(text.en);
  }
}

const deepest = 200;

class JsonReader {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {
    if (text.charCodeAt(0) === 0xfeff) this.at = 1;
  }

  document(): JsonNode {
    const root = this.value();
    this.skipBlank();
    if (this.at < this.text.length) this.stop('末尾有多余的内容', 'there is more text after the end');
    return root;
  }

  private value(): JsonNode {
    this.skipBlank();
    const start = this.at;
    const c = this.text[this.at];
    if (c === '{' || c === '[') {
      if (++this.depth > deepest) this.stop('嵌套过深', 'nested too deeply');
      const node = c === '{' ? this.object(start) : this.array(start);
      this.depth--;
      return node;
    }
    if (c === '"') return { kind: 'string', value: this.string(), span: span(start, this.at) };
    return this.word(start);
  }

  private object(start: number): JsonNode {
    const members: JsonMember[] = [];
    this.list('}', () => {
      const keyStart = this.at;
      if (this.text[this.at] !== '"') this.stop('这里应为带双引号的名称', 'a name in double quotes is expected here');
      const key = this.string();
      const keySpan = span(keyStart, this.at);
      this.skipBlank();
      if (this.text[this.at] !== ':') this.stop('名称后面应为冒号', 'a colon is expected after the name');
      this.at++;
      members.push({ key, keySpan, value: this.value() });
    });
    return { kind: 'object', members, span: span(start, this.at) };
  }

  private array(start: number): JsonNode {
    const items: JsonNode[] = [];
    this.list(']', () => items.push(this.value()));
    return { kind: 'array', items, span: span(start, this.at) };
  }

  private list(close: string, item: () => void): void {
    this.at++;
    for (;;) {
      this.skipBlank();
      if (this.text[this.at] === close) break;
      item();
      this.skipBlank();
      if (this.text[this.at] === ',') this.at++;
      else if (this.text[this.at] !== close) this.stop(`这里应为逗号或“${close}”`, `a comma or “${close}” is expected here`);
    }
    this.at++;
  }

  private string(): string {
    const found = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
    found.lastIndex = this.at;
    const match = found.exec(this.text);
    if (!match)
      this.stop(
        '文字没有以双引号结束，或含有换行、无效的转义',
        'a string without closing quote, or with a line break or bad escape',
      );
    this.at = found.lastIndex;
    return JSON.parse(match[0]) as string;
  }

  private word(start: number): JsonNode {
    const found = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)\b/y;
    found.lastIndex = start;
    const word = found.exec(this.text)?.[0];
    if (word === undefined) this.stop('这里应为一个值', 'a value is expected here');
    this.at = start + word.length;
    const place = span(start, this.at);
    if (word === 'null') return { kind: 'null', span: place };
    if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true', span: place };
    return { kind: 'number', value: Number(word), span: place };
  }

  private skipBlank(): void {
    this.at = afterBlank(this.text, this.at);
  }

  private stop(zh: string, en: string): never {
    throw new SyntaxStop(this.at, localized(zh, en));
  }
}
