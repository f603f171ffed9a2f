/** Checks that requests and responses share: bodies and headers. */
import type { Json } from '#core/units';
import { problem, schemaProblems, undeclared } from '#engines/contract/contract-problem';
import type { ContractProblem, Judging, ProblemKind, ProblemPlace } from '#engines/contract/contract-problem';
import { decodeText } from '#engines/contract/decode-parameter';
import { matchMedia } from '#engines/contract/media-types';
import type { Header, Media, Parameter, SchemaView } from '#engines/contract/model';
import type { Direction } from '#engines/contract/projection';
import { readBody } from '#engines/contract/read-body';
import { TookTooLong } from '#engines/functional/bounded';
import { UndeclaredFinder } from '#engines/contract/undeclared';
import { validatorsOf, type Validators } from '#engines/contract/validators';

export type HeaderList = readonly (readonly [string, string])[];

/** The value of a header: of several lines of it one list, as RFC 9110 says. */
export const headerValue = (headers: HeaderList, name: string): string | undefined => {
  const wanted = name.toLowerCase();
  const found = headers.filter(([one]) => one.toLowerCase() === wanted).map(([, value]) => value);
  return found.length === 0 ? undefined : found.join(', ');
};

const finders = new WeakMap<Validators, UndeclaredFinder>();

const finderOf = (validators: Validators, view: SchemaView): UndeclaredFinder => {
  const known = finders.get(validators) ?? new UndeclaredFinder(validators, view);
  finders.set(validators, known);
  return known;
};

const NESTED = 'a value that is not nested so deep';

const undeclaredFields = (
  judging: Judging,
  view: SchemaView,
  value: Json,
  place: ProblemPlace,
  { validators, bytes }: { readonly validators: Validators; readonly bytes: number },
): readonly ContractProblem[] => {
  try {
    const finder = finderOf(validators, view);
    return validators
      .watched(validators.projected(view.schema), bytes, () => finder.find(view, value))
      .map(({ pointer, documentPointer }) => {
        const own = { ...place, documentPointer, payloadPointer: `${place.payloadPointer}${pointer}` };
        return undeclared(judging, own, 'only fields that the document names', `the field ${pointer}`);
      });
  } catch (error) {
    if (error instanceof RangeError) return [problem(judging, place, NESTED, 'one that is')];
    if (error instanceof TookTooLong) return [problem(judging, place, 'an end of the check in time', 'none')];
    throw error;
  }
};

/** A value against a schema of the document, with the fields that it does not name. */
export const valueProblems = (
  judging: Judging,
  view: SchemaView,
  value: Json,
  place: ProblemPlace,
  how: { readonly direction: Direction; readonly bytes: number },
): readonly ContractProblem[] => {
  const validators = validatorsOf(view, how.direction);
  const checked = validators.check(view, value, how.bytes);
  const found = schemaProblems(judging, place, checked);
  if (checked.unchecked !== undefined) return found;
  return [...found, ...undeclaredFields(judging, view, value, place, { validators, bytes: how.bytes })];
};

/** A parameter or header that came as one text. */
export const textProblems = (
  judging: Judging,
  one: Header | Parameter,
  text: string,
  place: ProblemPlace,
  direction: Direction,
): readonly ContractProblem[] => {
  if (one.content !== undefined) return contentProblems(judging, one.content, text, place, direction);
  if (one.schema === undefined) return [];
  const where = 'in' in one ? one.in : 'header';
  const decoded = decodeText({ ...one, in: where, schema: one.schema }, text);
  if (!('value' in decoded)) return [problem(judging, place, decoded.expected, JSON.stringify(decoded.got))];
  return valueProblems(judging, one.schema, decoded.value, place, { direction, bytes: text.length });
};

/** A parameter or header with a `content`: its text is a body of that media type. */
export const contentProblems = (
  judging: Judging,
  media: Media,
  text: string,
  place: ProblemPlace,
  direction: Direction,
): readonly ContractProblem[] => {
  const body = new TextEncoder().encode(text);
  return mediaProblems(judging, media, { body, contentType: media.mediaType }, place, direction);
};

interface Bytes {
  readonly body: Uint8Array;
  readonly contentType: string;
}

const mediaProblems = (
  judging: Judging,
  media: Media,
  { body, contentType }: Bytes,
  place: ProblemPlace,
  direction: Direction,
): readonly ContractProblem[] => {
  const { schema, itemSchema } = media;
  if (schema === undefined && itemSchema === undefined) return [];
  const read = readBody(body, contentType, media);
  const here = { ...place, documentPointer: (schema ?? itemSchema)?.pointer ?? place.documentPointer };
  const how = { direction, bytes: body.length };
  if ('opaque' in read) return [];
  if ('expected' in read) return [problem(judging, here, read.expected, read.got)];
  if ('value' in read) return schema === undefined ? [] : valueProblems(judging, schema, read.value, here, how);
  const whole = schema === undefined ? [] : valueProblems(judging, schema, read.items, here, how);
  if (itemSchema === undefined) return whole;
  const each = read.items.flatMap((item, at) => {
    const own = { ...here, payloadPointer: `${here.payloadPointer}/${String(at)}` };
    return valueProblems(judging, itemSchema, item, own, how);
  });
  return [...whole, ...each];
};

/** The body of a message against the documented media types. */
export const bodyProblems = (
  judging: Judging,
  content: readonly Media[],
  { body, contentType }: { readonly body: Uint8Array; readonly contentType: string | undefined },
  pointer: string,
  direction: Direction,
): readonly ContractProblem[] => {
  const place: ProblemPlace = { kind: 'body', documentPointer: pointer, payloadPointer: '' };
  const types = content.map((one) => one.mediaType);
  const typePlace: ProblemPlace = {
    kind: 'media-type',
    documentPointer: `${pointer}/content`,
    payloadPointer: 'content-type',
  };
  const expected = types.length === 1 ? (types[0] ?? '') : `one of ${types.join(', ')}`;
  if (contentType === undefined) {
    const [only] = content;
    const missing = problem(judging, typePlace, expected, 'no Content-Type');
    if (only === undefined || types.length > 1 || only.mediaType.includes('*')) return [missing];
    return [missing, ...mediaProblems(judging, only, { body, contentType: only.mediaType }, place, direction)];
  }
  const media = matchMedia(content, contentType);
  if (media === undefined) return [problem(judging, typePlace, expected, contentType)];
  return mediaProblems(judging, media, { body, contentType }, { ...place, documentPointer: media.pointer }, direction);
};

/** Header names that need no document: HTTP's own, those of CORS and of browsers' security, and what proxies add. */
const KNOWN_HEADERS =
  /^(?:accept(?:-.*)?|access-control-.*|age|allow|alt-svc|authorization|cache-control|clear-site-data|connection|content-.*|cookie|cross-origin-.*|date|dnt|etag|expect|expires|forwarded|from|host|if-.*|keep-alive|last-modified|link|location|max-forwards|nel|origin|permissions-policy|pragma|prefer|preference-applied|priority|proxy-.*|range|referer|referrer-policy|report-to|reporting-endpoints|retry-after|sec-.*|server|server-timing|set-cookie|strict-transport-security|te|timing-allow-origin|trace(?:parent|state)|trailer|transfer-encoding|upgrade(?:-insecure-requests)?|user-agent|vary|via|warning|www-authenticate|x-content-type-options|x-dns-prefetch-control|x-download-options|x-forwarded-.*|x-frame-options|x-permitted-cross-domain-policies|x-powered-by|x-real-ip|x-xss-protection)$/u;

/** Headers that the document does not name and that are not HTTP's own. */
export const undeclaredHeaders = (
  judging: Judging,
  headers: HeaderList,
  declared: ReadonlySet<string>,
  pointer: string,
): readonly ContractProblem[] => {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  return [...names]
    .filter((name) => !name.startsWith(':') && !declared.has(name) && !KNOWN_HEADERS.test(name))
    .map((name) => {
      const place: ProblemPlace = { kind: 'header', documentPointer: pointer, payloadPointer: name };
      return undeclared(judging, place, 'only headers that the document names', `the header ${name}`);
    });
};

export const named = (kind: ProblemKind, name: string, documentPointer: string): ProblemPlace => ({
  kind,
  documentPointer,
  payloadPointer: name,
});
