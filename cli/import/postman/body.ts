import type { MultipartPart, RequestTemplate } from '#core/suite';
import type { Json } from '#core/units';
import { listOf, nodeOf, textOf, type Node } from '../../starter/document.ts';
import { addParameter } from './address.ts';
import { mapTexts } from './map-texts.ts';
import type { PostmanVariables } from './variables.ts';

export interface ReadBody {
  readonly part: Pick<RequestTemplate, 'json' | 'form' | 'multipart' | 'body'>;
  readonly contentType?: string;
  readonly notes: readonly string[];
}

/** JSON as people write it in collections: variables may stand where numbers do, and comments beside. undefined when it is none. */
export const looseJson = (text: string, onUnquoted?: (name: string) => void): Json | undefined => {
  const tokens = /"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\{\{[^{}"]{1,200}\}\}/g;
  const unquoted: string[] = [];
  const quoted = (token: string): string => {
    if (token.startsWith('"')) return token;
    if (token.startsWith('/')) return ' ';
    unquoted.push(token.slice(2, -2).trim());
    return `"${token}"`;
  };
  const attempts = [() => text, () => text.replaceAll(tokens, quoted)];
  for (const attempt of attempts) {
    try {
      const value = JSON.parse(attempt()) as Json;
      for (const name of unquoted) onUnquoted?.(name);
      return value;
    } catch {
      // The next reading may be the right one; a body that is none of them is sent as text.
    }
  }
  return undefined;
};

const pairsOf = (list: unknown): Node[] =>
  listOf(list)
    .map(nodeOf)
    .filter((one) => one['disabled'] !== true && typeof one['key'] === 'string' && one['key'] !== '');

const rawBody = (body: Node, contentType: string, variables: PostmanVariables): ReadBody => {
  const text = textOf(body['raw']) ?? '';
  const language = textOf(nodeOf(nodeOf(body['options'])['raw'])['language']);
  if (text === '') return { part: {}, notes: [] };
  const isJson =
    language === 'json' ||
    /json/i.test(contentType) ||
    (language === undefined && contentType === '' && /^\s*[[{]/.test(text));
  const json = isJson ? looseJson(text, (name) => variables.unquoted.add(name)) : undefined;
  if (json !== undefined) return { part: { json: mapTexts(json, (one) => variables.text(one)) }, notes: [] };
  const types: { readonly [language: string]: string } = {
    xml: 'application/xml',
    html: 'text/html',
    javascript: 'application/javascript',
    text: 'text/plain',
    json: 'application/json',
  };
  return {
    part: { body: variables.text(text) },
    ...(contentType === '' ? { contentType: types[language ?? 'text'] ?? 'text/plain' } : {}),
    notes: isJson ? ['the body says that it is JSON but is none: it is sent as it was written'] : [],
  };
};

const formData = (body: Node, variables: PostmanVariables): ReadBody => {
  const notes: string[] = [];
  const parts: { [name: string]: MultipartPart } = {};
  for (const one of pairsOf(body['formdata'])) {
    const name = String(one['key']);
    const contentType = textOf(one['contentType']);
    if (Object.hasOwn(parts, name)) notes.push(`the form has more than one part ${name}: the first one is kept`);
    else if (one['type'] === 'file') {
      const source = Array.isArray(one['src']) ? listOf(one['src'])[0] : one['src'];
      const fileName = (typeof source === 'string' ? (source.split(/[\\/]/).at(-1) ?? '') : '') || 'file.txt';
      notes.push(`the file ${fileName} of the part ${name} is not in the collection: put its content in`);
      parts[name] = { value: 'content of the file', fileName, ...(contentType === undefined ? {} : { contentType }) };
    } else
      parts[name] = {
        value: variables.text(textOf(one['value']) ?? ''),
        ...(contentType === undefined ? {} : { contentType }),
      };
  }
  return { part: Object.keys(parts).length === 0 ? {} : { multipart: parts }, notes };
};

/** The body of a request of a collection. */
export const readBody = (raw: unknown, contentType: string, variables: PostmanVariables): ReadBody => {
  const body = nodeOf(raw);
  if (body['disabled'] === true) return { part: {}, notes: [] };
  switch (body['mode']) {
    case 'raw':
      return rawBody(body, contentType, variables);
    case 'urlencoded': {
      const form: { [name: string]: Json } = {};
      for (const one of pairsOf(body['urlencoded']))
        addParameter(form, String(one['key']), variables.text(textOf(one['value']) ?? ''));
      return { part: Object.keys(form).length === 0 ? {} : { form }, notes: [] };
    }
    case 'formdata':
      return formData(body, variables);
    case 'graphql': {
      const query = variables.text(textOf(nodeOf(body['graphql'])['query']) ?? '');
      const values = looseJson(textOf(nodeOf(body['graphql'])['variables']) ?? '');
      return {
        part: {
          json: {
            query,
            ...(values === undefined ? {} : { variables: mapTexts(values, (one) => variables.text(one)) }),
          },
        },
        notes: [],
      };
    }
    case 'file':
      return {
        part: { body: 'content of the file' },
        notes: ['the body is a file that is not in the collection: put its content in'],
      };
    default:
      return { part: {}, notes: [] };
  }
};
