/**
 * Reads XML 1.0 as test tools write it: elements, attributes, text, CDATA, comments. No DOCTYPE, so no entities but the five of XML
 * itself and no expansion of any kind; depth and number of elements are bounded; what is not well-formed is refused with its line.
 */
import { UnreadableReport } from '#engines/tool/report';

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Text and CDATA directly inside it, joined. */
  readonly text: string;
}

const DEPTH_MAX = 50;
const ELEMENTS_MAX = 500_000;

const NAME = '[A-Za-z_:\\u0080-\\uFFFF][A-Za-z0-9_:.\\-\\u0080-\\uFFFF]*';
const OPENING = new RegExp(`<(${NAME})`, 'uy');
const CLOSING = new RegExp(`</(${NAME})\\s*>`, 'uy');
const ATTRIBUTE = new RegExp(`\\s+(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'uy');
const OPENING_END = /\s*(\/?)>/uy;
const TEXT = /[^<]+/uy;
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([A-Za-z]\w{0,30}));|&/gu;

const ENTITIES: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly text: string[];
}

class Reader {
  readonly #xml: string;
  readonly #open: Open[] = [];
  #at = 0;
  #elements = 0;
  #root: XmlElement | undefined;

  constructor(xml: string) {
    this.#xml = xml;
  }

  read(): XmlElement {
    while (this.#at < this.#xml.length) this.#next();
    const left = this.#open.at(-1);
    if (left !== undefined) throw this.#wrong(`the end of <${left.name}>`, 'the end of the text');
    if (this.#root === undefined) throw this.#wrong('an element', 'none');
    return this.#root;
  }

  #next(): void {
    if (this.#skip('<!--', '-->') || this.#skip('<?', '?>')) return;
    if (this.#xml.startsWith('<![CDATA[', this.#at)) {
      this.#cdata();
      return;
    }
    if (this.#xml.startsWith('<!', this.#at)) throw this.#wrong('no DOCTYPE or declaration', 'one');
    const closing = this.#match(CLOSING);
    if (closing !== undefined) {
      this.#close(closing[1] ?? '');
      return;
    }
    const opening = this.#match(OPENING);
    if (opening !== undefined) {
      this.#begin(opening[1] ?? '');
      return;
    }
    const text = this.#match(TEXT)?.[0];
    if (text === undefined) throw this.#wrong('a tag', JSON.stringify(this.#xml.slice(this.#at, this.#at + 20)));
    this.#text(this.#decode(text));
  }

  #match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#xml);
    if (found === null) return undefined;
    this.#at = expression.lastIndex;
    return found;
  }

  #skip(begin: string, end: string): boolean {
    if (!this.#xml.startsWith(begin, this.#at)) return false;
    this.#at = this.#after(end, this.#at + begin.length);
    return true;
  }

  #after(end: string, from: number): number {
    const at = this.#xml.indexOf(end, from);
    if (at < 0) throw this.#wrong(end, 'the end of the text');
    return at + end.length;
  }

  #cdata(): void {
    const from = this.#at + '<![CDATA['.length;
    this.#at = this.#after(']]>', from);
    this.#text(this.#xml.slice(from, this.#at - ']]>'.length));
  }

  #text(text: string): void {
    const open = this.#open.at(-1);
    if (open !== undefined) open.text.push(text);
    else if (text.replace(/^\uFEFF/u, '').trim() !== '')
      throw this.#wrong('an element', JSON.stringify(text.slice(0, 20)));
  }

  #begin(name: string): void {
    this.#elements += 1;
    if (this.#elements > ELEMENTS_MAX) throw this.#wrong(`at most ${String(ELEMENTS_MAX)} elements`, 'more');
    if (this.#open.length >= DEPTH_MAX) throw this.#wrong(`elements at most ${String(DEPTH_MAX)} deep`, 'deeper ones');
    if (this.#open.length === 0 && this.#root !== undefined)
      throw this.#wrong('one outermost element', `<${name}> after it`);
    const attributes = new Map<string, string>();
    for (let found = this.#match(ATTRIBUTE); found !== undefined; found = this.#match(ATTRIBUTE)) {
      const key = found[1] ?? '';
      if (attributes.has(key)) throw this.#wrong('an attribute once', `${key} twice`);
      attributes.set(key, this.#decode(found[2] ?? found[3] ?? ''));
    }
    const end = this.#match(OPENING_END);
    if (end === undefined)
      throw this.#wrong(`attributes or the end of <${name}`, JSON.stringify(this.#xml.slice(this.#at, this.#at + 20)));
    this.#open.push({ name, attributes, children: [], text: [] });
    if (end[1] === '/') this.#close(name);
  }

  #close(name: string): void {
    const open = this.#open.pop();
    if (open?.name !== name) throw this.#wrong(open === undefined ? 'no further end' : `</${open.name}>`, `</${name}>`);
    const element: XmlElement = { ...open, text: open.text.join('') };
    const parent = this.#open.at(-1);
    if (parent === undefined) this.#root = element;
    else parent.children.push(element);
  }

  #decode(text: string): string {
    if (!text.includes('&')) return text;
    return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined && Object.hasOwn(ENTITIES, name)) return ENTITIES[name] ?? '';
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      if (name !== undefined || !isCharacter)
        throw this.#wrong('a character or one of &amp; &lt; &gt; &quot; &apos;', whole.slice(0, 40));
      return String.fromCodePoint(code);
    });
  }

  #wrong(expected: string, got: string): UnreadableReport {
    const line = this.#xml.slice(0, this.#at).split('\n').length;
    return new UnreadableReport(`line ${String(line)}: expected ${expected}, got ${got}`);
  }
}

/** @throws UnreadableReport for what is not well-formed, or has a DOCTYPE or an unknown entity */
export const readXml = (xml: string): XmlElement => new Reader(xml).read();
