/** One part of a multipart/form-data body. */
export interface FormPart {
  readonly name: string;
  readonly fileName?: string;
  readonly contentType?: string;
  readonly body: Uint8Array;
}

const PARTS_MAX = 1000;
const CRLF2 = [13, 10, 13, 10];
const utf8 = new TextDecoder();

const indexOf = (bytes: Uint8Array, wanted: Uint8Array | readonly number[], from: number): number =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(Uint8Array.from(wanted), from);

const quoted = (header: string, name: string): string | undefined => {
  const match = new RegExp(`(?:^|[;\\s])${name}="((?:[^"\\\\]|\\\\.)*)"`, 'iu').exec(header);
  return match?.[1]?.replaceAll('%22', '"').replaceAll(/\\(.)/gu, '$1');
};

const partOf = (bytes: Uint8Array): FormPart | undefined => {
  const end = indexOf(bytes, CRLF2, 0);
  if (end < 0) return undefined;
  const headers = utf8.decode(bytes.subarray(0, end)).split('\r\n');
  const header = (name: string): string | undefined =>
    headers
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim();
  const disposition = header('content-disposition') ?? '';
  const name = quoted(disposition, 'name');
  if (name === undefined) return undefined;
  const fileName = quoted(disposition, 'filename');
  const contentType = header('content-type');
  return {
    name,
    body: bytes.subarray(end + CRLF2.length),
    ...(fileName === undefined ? {} : { fileName }),
    ...(contentType === undefined ? {} : { contentType }),
  };
};

/** The parts of a multipart/form-data body (RFC 7578); undefined when it is none with this boundary. */
export const multipartFields = (body: Uint8Array, boundary: string): readonly FormPart[] | undefined => {
  const line = new TextEncoder().encode(`--${boundary}`);
  const between = new TextEncoder().encode(`\r\n--${boundary}`);
  let at = indexOf(body, line, 0);
  if (at < 0) return undefined;
  at += line.length;
  const parts: FormPart[] = [];
  while (parts.length < PARTS_MAX && !(body[at] === 0x2d && body[at + 1] === 0x2d)) {
    const end = indexOf(body, between, at);
    if (end < 0) return undefined;
    const part = partOf(body.subarray(at + 2, end));
    if (part === undefined) return undefined;
    parts.push(part);
    at = end + between.length;
  }
  return parts;
};
