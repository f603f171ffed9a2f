import { fieldOf, isJsonObject } from '#core/json-types';
import type { JsonObject } from '#core/units';
import { itemsAt } from '#engines/contract/document-reader';
import { textField, type Reading } from '#engines/contract/media';

const serverUrl = (server: JsonObject): string | undefined => {
  const url = textField(server, 'url');
  const variables = fieldOf(server, 'variables');
  return url?.replaceAll(/\{([^{}]+)\}/gu, (whole, name: string) => {
    const variable = isJsonObject(variables) ? fieldOf(variables, name) : undefined;
    const standard = isJsonObject(variable) ? fieldOf(variable, 'default') : undefined;
    return typeof standard === 'string' ? standard : whole;
  });
};

/** Base URLs of a document, path or operation as they are written, variables at their defaults. */
export const serversOf = ({ reader }: Reading, value: JsonObject, pointer: string): readonly string[] => {
  const place = `${pointer}/servers`;
  return itemsAt(reader, fieldOf(value, 'servers'), place, 'a list of servers').flatMap((server, at) => {
    const url = isJsonObject(server) ? serverUrl(server) : undefined;
    if (url === undefined) reader.report(`${place}/${String(at)}`, 'a server with a url', server);
    return url ?? [];
  });
};

/** 2.0: `host`, `basePath` and `schemes`. */
export const servers2 = ({ document }: Reading['reader']): readonly string[] => {
  const host = textField(document, 'host');
  const basePath = textField(document, 'basePath') ?? '';
  if (host === undefined) return basePath === '' ? [] : [basePath];
  const schemes = fieldOf(document, 'schemes');
  const known = Array.isArray(schemes) ? schemes.filter((one) => typeof one === 'string') : [];
  return (known.length > 0 ? known : ['https']).map((scheme) => `${scheme}://${host}${basePath}`);
};

/** The path of a base URL without a slash at its end: '' for none. */
export const basePathOf = (server: string): string => {
  try {
    return new URL(server, 'http://base.invalid/').pathname.replace(/\/+$/u, '');
  } catch {
    return '';
  }
};
