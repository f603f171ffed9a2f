/** Media types: which of a document's a message has, and how its body is read. */
import type { Media } from '#engines/contract/model';

export interface MediaType {
  readonly type: string;
  readonly subtype: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** @returns undefined for a text that is no media type */
export const parseMediaType = (text: string): MediaType | undefined => {
  const [essence = '', ...rest] = text.split(';');
  const match = /^\s*([^\s/;,]+)\/([^\s/;,]+)\s*$/u.exec(essence);
  if (match === null) return undefined;
  const parameters = new Map<string, string>();
  for (const one of rest) {
    const at = one.indexOf('=');
    if (at < 0) continue;
    const value = one.slice(at + 1).trim();
    const name = one.slice(0, at).trim().toLowerCase();
    const plain = value.startsWith('"') && value.endsWith('"') && value.length > 1 ? value.slice(1, -1) : value;
    parameters.set(name, name === 'charset' ? plain.toLowerCase() : plain);
  }
  return { type: (match[1] ?? '').toLowerCase(), subtype: (match[2] ?? '').toLowerCase(), parameters };
};

/** How well a documented media type fits: the larger the more exactly; undefined when it does not. */
const fit = (documented: MediaType, actual: MediaType): number | undefined => {
  const isSameType = documented.type === actual.type;
  if (!isSameType && documented.type !== '*') return undefined;
  const isSame = documented.subtype === actual.subtype;
  const suffix = /^\*\+(.+)$/u.exec(documented.subtype)?.[1];
  const hasSuffix = suffix !== undefined && actual.subtype.endsWith(`+${suffix}`);
  if (!isSame && !hasSuffix && documented.subtype !== '*') return undefined;
  for (const [name, value] of documented.parameters)
    if (actual.parameters.has(name) ? actual.parameters.get(name) !== value : name !== 'charset') return undefined;
  return (isSame ? 300 : hasSuffix ? 200 : isSameType ? 100 : 0) + documented.parameters.size;
};

/** The documented media type that is the most exact one for a `Content-Type`: the type itself before `text/*` before `*` + `/*`. */
export const matchMedia = (content: readonly Media[], contentType: string): Media | undefined => {
  const actual = parseMediaType(contentType);
  if (actual === undefined) return undefined;
  let best: { readonly media: Media; readonly score: number } | undefined;
  for (const media of content) {
    const documented = parseMediaType(media.mediaType);
    const score = documented === undefined ? undefined : fit(documented, actual);
    if (score !== undefined && (best === undefined || score > best.score)) best = { media, score };
  }
  return best?.media;
};

export type BodyKind = 'json' | 'json-lines' | 'json-sequence' | 'events' | 'form' | 'multipart' | 'text' | 'bytes';

const LINES = new Set(['jsonl', 'x-jsonl', 'x-ndjson', 'ndjson', 'jsonlines', 'x-jsonlines']);

/** How a body of a media type is read; an unknown one is bytes. */
export const bodyKind = (contentType: string): BodyKind => {
  const { type, subtype } = parseMediaType(contentType) ?? { type: '', subtype: '' };
  if (subtype === 'json' || subtype.endsWith('+json')) return 'json';
  if (LINES.has(subtype)) return 'json-lines';
  if (subtype === 'json-seq' || subtype.endsWith('+json-seq')) return 'json-sequence';
  if (type === 'text' && subtype === 'event-stream') return 'events';
  if (subtype === 'x-www-form-urlencoded') return 'form';
  if (type === 'multipart') return 'multipart';
  return type === 'text' || subtype === 'xml' || subtype.endsWith('+xml') || subtype === 'yaml' ? 'text' : 'bytes';
};
