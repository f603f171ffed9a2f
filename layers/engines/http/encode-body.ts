import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { MultipartPart, RequestTemplate } from '#core/suite';
import { asText } from '#core/template';
import type { Json, JsonObject } from '#core/units';
import type { RandomSource } from '#ports/clock';
import { multipartBody } from '#engines/http/multipart';

/** A body with every variable filled in. */
export type BodyContent =
  | { readonly json: Json }
  | { readonly form: JsonObject }
  | { readonly multipart: { readonly [name: string]: MultipartPart } }
  | { readonly text: string };

export interface EncodeOptions {
  readonly compress?: NonNullable<RequestTemplate['compress']>;
  /** Where the boundary of a multipart body comes from. */
  readonly random: RandomSource;
}

export interface EncodedBody {
  /** As they are sent. */
  readonly bytes: Uint8Array;
  /** For the request unless it sets its own; a multipart body needs this one, which names the boundary. Absent for text. */
  readonly contentType?: string;
  readonly contentEncoding?: string;
  /** The body as a person reads it: before compression, files by name and size. */
  readonly text: string;
  /** Contents of files, which a search for secrets has to see as well; absent where there are none. */
  readonly hidden?: string;
}

const COMPRESS: { readonly [encoding in NonNullable<EncodeOptions['compress']>]: (bytes: Uint8Array) => Uint8Array } = {
  gzip: (bytes) => gzipSync(bytes),
  // The zlib format (RFC 9110, section 8.4.1.2), not bare deflate data.
  deflate: (bytes) => deflateSync(bytes),
  br: (bytes) => brotliCompressSync(bytes),
};

const formText = (form: JsonObject): string =>
  Object.entries(form)
    .flatMap(([name, value]) => {
      if (value === null) return [];
      const items = (Array.isArray(value) ? value : [value]) as readonly Json[];
      return items.map((item) => `${encodeURIComponent(name)}=${encodeURIComponent(asText(item))}`);
    })
    .join('&');

const fromText = (text: string, contentType?: string): EncodedBody => ({
  bytes: new TextEncoder().encode(text),
  text,
  ...(contentType === undefined ? {} : { contentType }),
});

const plain = (content: BodyContent, random: RandomSource): EncodedBody => {
  if ('json' in content) return fromText(JSON.stringify(content.json), 'application/json');
  if ('form' in content) return fromText(formText(content.form), 'application/x-www-form-urlencoded');
  return 'text' in content ? fromText(content.text) : multipartBody(content.multipart, random);
};

/**
 * Turns the body of a request into bytes: JSON, a form (null leaves a field out, a list repeats it), multipart/form-data (RFC 7578) or
 * text as it is; compressed where that is asked for.
 *
 * @throws RangeError for a part of a multipart body that cannot be sent: neither or both of value and base64, or base64 that is none
 */
export const encodeBody = (content: BodyContent, { compress, random }: EncodeOptions): EncodedBody => {
  const body = plain(content, random);
  if (compress === undefined) return body;
  return { ...body, bytes: COMPRESS[compress](body.bytes), contentEncoding: compress };
};
