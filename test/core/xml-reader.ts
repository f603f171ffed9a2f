/**
 * A strict reader for the XML that we write, as an oracle: it knows elements, attributes, text, references and nothing else, and refuses
 * whatever XML 1.0 calls not well-formed. It shares nothing with the writer.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const NAME = /[A-Za-z_][A-Za-z0-9_.-]*/y;
const ENTITIES: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const FORBIDDEN = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

export const readXml = (source: string): XmlElement => {
  if (FORBIDDEN.test(source)) throw new Error('a character that XML cannot hold');
  let at = 0;
  const fail = (what: string): never => {
    throw new Error(`expected ${what} at ${at}: ${JSON.stringify(source.slice(at, at + 40))}`);
  };
  const take = (text: string): void => {
    if (!source.startsWith(text, at)) fail(text);
    at += text.length;
  };
  const name = (): string => {
    NAME.lastIndex = at;
    const found = NAME.exec(source)?.[0] ?? fail('a name');
    at += found.length;
    return found;
  };
  const decode = (raw: string): string =>
    raw.replaceAll(/&([^;]*;?)/g, (_, body: string) => {
      const code = /^#([0-9]+);$/.exec(body)?.[1];
      const value = code === undefined ? ENTITIES[body.slice(0, -1)] : String.fromCodePoint(Number(code));
      return (body.endsWith(';') ? value : undefined) ?? fail(`a known reference, got &${body}`);
    });
  const attributes = (): Map<string, string> => {
    const found = new Map<string, string>();
    while (/^\s+[A-Za-z_]/.test(source.slice(at, at + 40))) {
      at += /^\s+/.exec(source.slice(at))![0].length;
      const key = name();
      take('="');
      const end = source.indexOf('"', at);
      const raw = source.slice(at, end < 0 ? fail('a closing quote') : end);
      if (/[<\n\t]/.test(raw)) fail('an attribute without <, line break or tab');
      if (found.has(key)) fail(`attribute ${key} once`);
      found.set(key, decode(raw));
      at = end + 1;
    }
    return found;
  };
  const element = (): XmlElement => {
    take('<');
    const tag = name();
    const own = attributes();
    if (source.startsWith('/>', at)) {
      at += 2;
      return { name: tag, attributes: own, children: [], text: '' };
    }
    take('>');
    const children: XmlElement[] = [];
    let text = '';
    while (!source.startsWith('</', at)) {
      if (at >= source.length) fail(`</${tag}>`);
      if (source[at] === '<') children.push(element());
      else {
        const end = source.indexOf('<', at);
        const raw = source.slice(at, end < 0 ? source.length : end);
        if (raw.includes(']]>')) fail('text without ]]>');
        text += decode(raw);
        at += raw.length;
      }
    }
    take(`</${tag}>`);
    return { name: tag, attributes: own, children, text };
  };
  take('<?xml version="1.0" encoding="UTF-8"?>\n');
  const root = element();
  take('\n');
  if (at !== source.length) fail('the end');
  return root;
};
