import { isJsonObject } from '#core/json-types';
import type { MultipartPart } from '#core/suite';
import { asText } from '#core/template';
import type { Json, JsonObject } from '#core/units';
import { seededRandomAt } from '#engines/data/seeded-random';
import type { Media } from '#engines/contract/model';
import { encodeBody } from '#engines/http/encode-body';
import { objectOf, textOf } from './schema-source.ts';
import type { BodyInput } from './request-inputs.ts';
import { xmlText } from './xml-body.ts';

export type BodyKind = 'json' | 'form' | 'multipart' | 'xml' | 'text' | 'bytes';

/** How a body of a media type is written. */
export const bodyKindOf = (mediaType: string): BodyKind => {
  const bare = (mediaType.split(';')[0] ?? '').trim().toLowerCase();
  if (/[/+]json$/u.test(bare) || bare === '*/*' || bare === 'application/*') return 'json';
  if (bare === 'application/x-www-form-urlencoded') return 'form';
  if (bare.startsWith('multipart/')) return 'multipart';
  if (/[/+]xml$/u.test(bare)) return 'xml';
  return bare.startsWith('text/') ? 'text' : 'bytes';
};

const bare = (mediaType: string): string => (mediaType.includes('*') ? 'application/json' : mediaType);

/** Boundaries come from the content, so that the same values are the same bytes. */
const randomOf = (value: Json): { next: () => number; bytes: (count: number) => Uint8Array } => {
  const random = seededRandomAt(JSON.stringify(value), 'multipart');
  return { next: random.next, bytes: (count) => Uint8Array.from({ length: count }, () => random.int(0, 255)) };
};

const fieldSchema = (media: Media, name: string): JsonObject => {
  const root = media.schema?.root.$defs ?? {};
  const follow = (schema: Json | undefined): JsonObject => {
    const ref = textOf(objectOf(schema)['$ref']);
    return ref === undefined ? objectOf(schema) : objectOf(root[ref.replace('#/$defs/', '')]);
  };
  return follow(objectOf(follow(media.schema?.schema)['properties'])[name]);
};

const isFile = (schema: JsonObject): boolean =>
  schema['format'] === 'binary' ||
  schema['contentEncoding'] !== undefined ||
  schema['contentMediaType'] === 'application/octet-stream';

const partsOf = ({ media, value }: BodyInput): { [name: string]: MultipartPart } =>
  Object.fromEntries(
    Object.entries(isJsonObject(value) ? value : {}).map(([name, one]): [string, MultipartPart] => {
      const contentType = media.encoding[name]?.contentType?.split(',')[0]?.trim();
      const type = contentType === undefined || contentType.includes('*') ? {} : { contentType };
      if (
        isFile(fieldSchema(media, name)) ||
        (Array.isArray(one) && isFile(objectOf(fieldSchema(media, name)['items'])))
      )
        return [name, { base64: Buffer.from(asText(one)).toString('base64'), fileName: `${name}.bin`, ...type }];
      return [name, { value: one, ...type }];
    }),
  );

export interface EncodedRequestBody {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

/** The bytes of a body in its media type. */
export const encodedBody = (body: BodyInput): EncodedRequestBody => {
  const { media, value, raw } = body;
  const contentType = bare(media.mediaType);
  if (raw !== undefined) return { bytes: Buffer.from(raw), contentType };
  switch (bodyKindOf(media.mediaType)) {
    case 'json':
      return { bytes: Buffer.from(JSON.stringify(value).toWellFormed()), contentType };
    case 'form':
      return {
        bytes: encodeBody({ form: isJsonObject(value) ? value : {} }, { random: randomOf(value) }).bytes,
        contentType,
      };
    case 'multipart': {
      const made = encodeBody({ multipart: partsOf(body) }, { random: randomOf(value) });
      return { bytes: made.bytes, contentType: made.contentType ?? contentType };
    }
    case 'xml':
      return { bytes: Buffer.from(xmlText(value, media)), contentType };
    case 'text':
    case 'bytes':
      return { bytes: Buffer.from(asText(value)), contentType };
    default:
      return { bytes: new Uint8Array(), contentType };
  }
};
