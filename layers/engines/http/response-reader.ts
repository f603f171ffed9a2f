/**
 * Reads HTTP/1.1 answers off a connection that carries one request at a time (RFC 9112): for the load client, where a general parser is
 * half of the work. It reads strictly: whatever an answer must not be ends the connection, and with it the chance to misread the next one.
 */
import { HttpFailure } from '#engines/http/http-failure';

/** Heads of real answers stay below 16 KB. */
const HEAD_BYTES_MAX = 64 * 1024;
/** A body beyond this is no part of a load that is to be measured. */
export const LOAD_BODY_BYTES_MAX = 64 * 1024 * 1024;

export interface ReadAnswer {
  readonly status: number;
  /** Header lines, without the status line, as they came. */
  readonly head: string;
  /** As it came, without transfer coding; a part of the connection's own buffer where it came in one piece. */
  readonly body: Uint8Array;
  readonly wireBytes: number;
  /** Whether the connection can carry another request. */
  readonly keepAlive: boolean;
}

export interface ResponseReader {
  /** Prepares for the answer to a request. @param bodiless of HEAD, whose answers have no body */
  readonly expect: (bodiless: boolean) => void;
  /** @returns the answer once it is complete. @throws HttpFailure `parse` for what is no answer */
  readonly read: (chunk: Buffer) => ReadAnswer | undefined;
  /** The connection ended: the answer, where only that tells its end. */
  readonly end: () => ReadAnswer | undefined;
  /** Whether anything of an answer came. */
  readonly hasBegun: () => boolean;
}

const STATUS_LINE = /^HTTP\/1\.([01]) (\d{3})(?: |$)/u;

const unreadable = (got: string): HttpFailure =>
  new HttpFailure(`expected an HTTP answer, got ${got}`, { type: 'parse', phase: 'receive', url: '', sent: true });

/** Value of a header of a head, lines joined; undefined when there is none. @param name in lower case */
export const headerIn = (head: string, name: string): string | undefined => {
  let found: string | undefined;
  for (let from = 0; from < head.length;) {
    let end = head.indexOf('\r\n', from);
    if (end < 0) end = head.length;
    if (head.charCodeAt(from + name.length) === 58 && head.slice(from, from + name.length).toLowerCase() === name) {
      const value = head.slice(from + name.length + 1, end).trim();
      found = found === undefined ? value : `${found}, ${value}`;
    }
    from = end + 2;
  }
  return found;
};

/** Lines of a head, names in lower case. */
export const headerList = (head: string): readonly (readonly [string, string])[] =>
  head
    .split('\r\n')
    .filter((line) => line.includes(':'))
    .map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    });

interface Framing {
  readonly status: number;
  readonly head: string;
  readonly keepAlive: boolean;
  /** Bytes of the body; -1 when it is chunked, -2 when the end of the connection ends it. */
  readonly length: number;
}

const CHUNKED = -1;
const UNTIL_END = -2;

/** RFC 9112, section 6.3: how long the body is. */
const lengthOf = (status: number, head: string, bodiless: boolean): number => {
  if (bodiless || status === 204 || status === 304) return 0;
  const coding = headerIn(head, 'transfer-encoding');
  if (coding !== undefined) {
    if (coding.toLowerCase() === 'chunked') return CHUNKED;
    throw unreadable(`Transfer-Encoding ${JSON.stringify(coding.slice(0, 100))}`);
  }
  const length = headerIn(head, 'content-length');
  if (length === undefined) return UNTIL_END;
  // Two lines that say the same are allowed; two that differ are an attack or a bug.
  const values = new Set(length.split(',').map((value) => value.trim()));
  const [only = ''] = values;
  if (values.size !== 1 || !/^\d{1,15}$/u.test(only))
    throw unreadable(`Content-Length ${JSON.stringify(length.slice(0, 100))}`);
  if (Number(only) > LOAD_BODY_BYTES_MAX)
    throw unreadable(`a body of ${only} bytes, beyond ${String(LOAD_BODY_BYTES_MAX)}`);
  return Number(only);
};

const framingOf = (text: string, bodiless: boolean): Framing => {
  const lineEnd = text.indexOf('\r\n');
  const line = lineEnd < 0 ? text : text.slice(0, lineEnd);
  const match = STATUS_LINE.exec(line);
  if (match === null) throw unreadable(`bytes that are none: ${JSON.stringify(line.slice(0, 60))}`);
  const status = Number(match[2]);
  if (status < 100 || status === 101) throw unreadable(`status ${String(status)}`);
  const head = lineEnd < 0 ? '' : text.slice(lineEnd + 2);
  const length = status < 200 ? 0 : lengthOf(status, head, bodiless);
  const connection = headerIn(head, 'connection')?.toLowerCase();
  const keepAlive =
    length !== UNTIL_END &&
    (match[1] === '1' ? connection?.includes('close') !== true : connection?.includes('keep-alive') === true);
  return { status, head, keepAlive, length };
};

const EMPTY = Buffer.alloc(0);

/** Takes chunks of a chunked body out of what came so far. */
class Unchunker {
  readonly #parts: Buffer[] = [];
  #bytes = 0;
  #state: 'size' | 'data' | 'trailer' = 'size';
  #left = 0;

  /** @returns where the next unread byte is, and whether the body is complete */
  take(bytes: Buffer, from: number): { readonly at: number; readonly done: boolean } {
    let at = from;
    for (;;) {
      if (this.#state === 'data') {
        const part = bytes.subarray(at, at + this.#left);
        if (part.length > 0) this.#parts.push(part);
        at += part.length;
        this.#left -= part.length;
        if (this.#left > 0 || bytes.length < at + 2) return { at, done: false };
        if (bytes[at] !== 13 || bytes[at + 1] !== 10) throw unreadable('a chunk without end');
        at += 2;
        this.#state = 'size';
      }
      const lineEnd = bytes.indexOf('\r\n', at, 'latin1');
      if (lineEnd < 0) {
        if (bytes.length - at > HEAD_BYTES_MAX) throw unreadable('an endless line in a chunked body');
        return { at, done: false };
      }
      const line = bytes.toString('latin1', at, lineEnd);
      at = lineEnd + 2;
      if (this.#state === 'trailer') {
        if (line === '') return { at, done: true };
        continue;
      }
      this.#begin(line);
    }
  }

  #begin(line: string): void {
    const size = /^([\da-f]{1,8})[ \t]*(?:;.*)?$/iu.exec(line)?.[1];
    if (size === undefined) throw unreadable(`a chunk of size ${JSON.stringify(line.slice(0, 40))}`);
    this.#left = Number.parseInt(size, 16);
    this.#bytes += this.#left;
    if (this.#bytes > LOAD_BODY_BYTES_MAX) throw unreadable(`a body beyond ${String(LOAD_BODY_BYTES_MAX)} bytes`);
    this.#state = this.#left === 0 ? 'trailer' : 'data';
  }

  body(): Buffer {
    const [only] = this.#parts;
    return this.#parts.length === 1 && only !== undefined ? only : Buffer.concat(this.#parts);
  }
}

class Reader implements ResponseReader {
  #bodiless = false;
  #pending: Buffer = EMPTY;
  #parts: Buffer[] = [];
  #got = 0;
  #wireBytes = 0;
  #framing: Framing | undefined;
  #unchunker: Unchunker | undefined;
  #expecting = false;
  #last: { readonly text: string; readonly bodiless: boolean; readonly framing: Framing } | undefined;

  expect(bodiless: boolean): void {
    this.#bodiless = bodiless;
    this.#wireBytes = 0;
    this.#expecting = true;
  }

  hasBegun(): boolean {
    return this.#wireBytes > 0;
  }

  read(chunk: Buffer): ReadAnswer | undefined {
    if (!this.#expecting) throw unreadable('bytes before anything was asked');
    this.#wireBytes += chunk.length;
    return this.#framing === undefined ? this.#readHead(chunk) : this.#readBody(this.#framing, chunk);
  }

  #readHead(chunk: Buffer): ReadAnswer | undefined {
    const bytes = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const end = bytes.indexOf('\r\n\r\n', Math.max(0, this.#pending.length - 3), 'latin1');
    if (end < 0) {
      if (bytes.length > HEAD_BYTES_MAX) throw unreadable('an endless head');
      this.#pending = bytes;
      return undefined;
    }
    if (end > HEAD_BYTES_MAX) throw unreadable('an endless head');
    this.#pending = EMPTY;
    const framing = this.#framingOf(bytes.toString('latin1', 0, end));
    const rest = bytes.subarray(end + 4);
    // Interim answers (RFC 9110, section 15.2) come before the one that counts.
    if (framing.status < 200) return rest.length === 0 ? undefined : this.#readHead(rest);
    this.#framing = framing;
    if (framing.length === CHUNKED) this.#unchunker = new Unchunker();
    return this.#readBody(framing, rest);
  }

  /** Heads of one connection are often the same to the letter, for a second at least. */
  #framingOf(text: string): Framing {
    const last = this.#last;
    if (last?.text === text && last.bodiless === this.#bodiless) return last.framing;
    const framing = framingOf(text, this.#bodiless);
    this.#last = { text, bodiless: this.#bodiless, framing };
    return framing;
  }

  #readBody(framing: Framing, chunk: Buffer): ReadAnswer | undefined {
    if (this.#unchunker !== undefined) return this.#readChunked(framing, this.#unchunker, chunk);
    this.#got += chunk.length;
    if (framing.length === UNTIL_END) {
      if (this.#got > LOAD_BODY_BYTES_MAX) throw unreadable(`a body beyond ${String(LOAD_BODY_BYTES_MAX)} bytes`);
      this.#parts.push(chunk);
      return undefined;
    }
    if (this.#got < framing.length) {
      if (chunk.length > 0) this.#parts.push(chunk);
      return undefined;
    }
    const surplus = this.#got - framing.length;
    const last = surplus === 0 ? chunk : chunk.subarray(0, chunk.length - surplus);
    const body = this.#parts.length === 0 ? last : Buffer.concat([...this.#parts, last]);
    return this.#finish(framing, body, framing.keepAlive && surplus === 0);
  }

  #readChunked(framing: Framing, unchunker: Unchunker, chunk: Buffer): ReadAnswer | undefined {
    const bytes = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const { at, done } = unchunker.take(bytes, 0);
    this.#pending = at === bytes.length ? EMPTY : bytes.subarray(at);
    if (!done) return undefined;
    const clean = this.#pending.length === 0;
    this.#pending = EMPTY;
    return this.#finish(framing, unchunker.body(), framing.keepAlive && clean);
  }

  #finish({ status, head }: Framing, body: Buffer, keepAlive: boolean): ReadAnswer {
    const wireBytes = this.#wireBytes;
    this.#parts = [];
    this.#got = 0;
    this.#framing = undefined;
    this.#unchunker = undefined;
    this.#expecting = false;
    return { status, head, body, wireBytes, keepAlive };
  }

  end(): ReadAnswer | undefined {
    const framing = this.#framing;
    if (framing?.length !== UNTIL_END) return undefined;
    return this.#finish(framing, Buffer.concat(this.#parts), false);
  }
}

export const responseReader = (): ResponseReader => new Reader();
