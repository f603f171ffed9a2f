import type { MultipartPart } from '#core/suite';
import { asText } from '#core/template';
import type { RandomSource } from '#ports/clock';
import type { EncodedBody } from '#engines/http/encode-body';

/** Names and file names in a part's header: only these would end the quoted text or the line (WHATWG HTML, multipart/form-data encoding). */
const ESCAPES: { readonly [character: string]: string } = { '"': '%22', '\r': '%0D', '\n': '%0A' };

const quoted = (text: string): string => `"${text.replaceAll(/["\r\n]/gu, (found) => ESCAPES[found] ?? '')}"`;

/** One line of printable ASCII: a media type with parameters, nothing that could start a header of its own. */
const MEDIA_TYPE = /^[\x20-\x7e]+$/u;

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/u;

interface Part {
  readonly head: string;
  readonly content: Buffer;
  /** Content as a person reads it. */
  readonly shown: string;
  readonly isFile: boolean;
}

const contentOf = (name: string, { value, base64 }: MultipartPart): Buffer => {
  if ((value === undefined) === (base64 === undefined)) {
    const got = value === undefined ? 'neither' : 'both';
    throw new RangeError(`expected the part "${name}" to have either value or base64, got ${got}`);
  }
  if (base64 === undefined) return Buffer.from(asText(value ?? null), 'utf8');
  const text = base64.replaceAll(/\s/gu, '');
  if (BASE64.test(text)) return Buffer.from(text, 'base64');
  throw new RangeError(`expected base64 in the part "${name}", got text that is none`);
};

/** What a part is when nobody says: a file is bytes, structured values are JSON, and text needs no type (RFC 7578, section 4.4). */
const typeOf = ({ value, fileName, base64, contentType }: MultipartPart): string | undefined => {
  if (contentType !== undefined) return contentType;
  if (base64 !== undefined) return 'application/octet-stream';
  if (typeof value === 'object') return 'application/json';
  return fileName === undefined ? undefined : 'text/plain; charset=utf-8';
};

const partOf = (name: string, part: MultipartPart): Part => {
  const content = contentOf(name, part);
  const type = typeOf(part);
  if (type !== undefined && !MEDIA_TYPE.test(type))
    throw new RangeError(`expected a media type in the part "${name}", got ${JSON.stringify(type.slice(0, 100))}`);
  const fileName = part.fileName === undefined ? '' : `; filename=${quoted(part.fileName)}`;
  const head = `content-disposition: form-data; name=${quoted(name)}${fileName}${type === undefined ? '' : `\r\ncontent-type: ${type}`}`;
  const isFile = part.base64 !== undefined;
  const shown = isFile ? `(${String(content.byteLength)} bytes)` : content.toString('utf8');
  return { head, content, shown, isFile };
};

/** Characters of RFC 2046, section 5.1.1, that need no quotes; drawn again in the odd case that the content holds it. */
const boundaryFor = (parts: readonly Part[], random: RandomSource): string => {
  for (;;) {
    const boundary = `assay-${Buffer.from(random.bytes(16)).toString('hex')}`;
    if (!parts.some(({ content }) => content.includes(boundary))) return boundary;
  }
};

/**
 * A multipart/form-data body (RFC 7578): parts in the order they are given, names and file names in UTF-8. A value of null leaves its
 * part out.
 *
 * @throws RangeError for a part that cannot be sent
 */
export const multipartBody = (
  fields: { readonly [name: string]: MultipartPart },
  random: RandomSource,
): EncodedBody => {
  const parts = Object.entries(fields)
    .filter(([, part]) => part.value !== null || part.base64 !== undefined)
    .map(([name, part]) => partOf(name, part));
  const boundary = boundaryFor(parts, random);
  const chunks: Buffer[] = [];
  const lines: string[] = [];
  for (const { head, content, shown } of parts) {
    chunks.push(Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), content, Buffer.from('\r\n'));
    lines.push(`--${boundary}`, head, '', shown);
  }
  chunks.push(Buffer.from(`--${boundary}--\r\n`));
  lines.push(`--${boundary}--`, '');
  const files = parts.filter(({ isFile }) => isFile).map(({ content }) => content.toString('utf8'));
  return {
    bytes: Buffer.concat(chunks),
    contentType: `multipart/form-data; boundary=${boundary}`,
    text: lines.join('\r\n'),
    ...(files.length === 0 ? {} : { hidden: files.join('\n') }),
  };
};
