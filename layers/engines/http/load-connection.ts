import type { Socket } from 'node:net';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { DECOMPRESSED_BYTES_MAX } from '#engines/http/body-reader';
import { HttpFailure, errorCode } from '#engines/http/http-failure';
import { headerIn, headerList, responseReader } from '#engines/http/response-reader';
import type { ReadAnswer, ResponseReader } from '#engines/http/response-reader';
import type { CompiledRequest, LoadAnswer, LoadFailure, LoadReceiver } from '#ports/load-transport';

/** A request under way. */
export interface LoadJob {
  readonly request: CompiledRequest;
  readonly deadlineMs: number;
  readonly receiver: LoadReceiver;
  /** It was sent before, on a connection that had ended. */
  again: boolean;
}

/** What a connection tells its pool. */
export interface ConnectionOwner {
  /** The answer is there and the connection can carry another request. */
  readonly freed: (connection: LoadConnection) => void;
  /** It has ended, with the request that it carried where that may be sent on another one. */
  readonly ended: (connection: LoadConnection, unanswered: LoadJob | undefined, failure: LoadFailure) => void;
  readonly received: (bytes: number) => void;
  /** So many bytes more, or less, of answers under way are kept. @returns how many that are on all connections */
  readonly held: (bytes: number) => number;
}

/** Answers under way on all connections together: a thousand large ones at once would be more than the machine has. */
export const HELD_BYTES_MAX = 256 * 1024 * 1024;
/** An answer that is no larger so far does not suffer for the others. */
const HELD_FAIR_BYTES = 256 * 1024;

/** RFC 9110, section 9.2.2: may be sent again when the connection broke before an answer. */
export const REPEATABLE = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE', 'QUERY']);

const decompressed = (body: Uint8Array, encoding: string): Uint8Array => {
  const options = { maxOutputLength: DECOMPRESSED_BYTES_MAX };
  if (encoding === 'gzip' || encoding === 'x-gzip') return gunzipSync(body, options);
  if (encoding === 'deflate') return inflateSync(body, options);
  return encoding === 'br' ? brotliDecompressSync(body, options) : body;
};

class Answer implements LoadAnswer {
  readonly status: number;
  readonly wireBytes: number;
  readonly #read: ReadAnswer;
  #body: Uint8Array | undefined;

  constructor(read: ReadAnswer) {
    this.#read = read;
    this.status = read.status;
    this.wireBytes = read.wireBytes;
  }

  header(name: string): string | undefined {
    return headerIn(this.#read.head, name);
  }

  headers(): readonly (readonly [string, string])[] {
    return headerList(this.#read.head);
  }

  /** Decompressed when it is first asked for: whoever looks at statuses alone does not pay for it. @throws what zlib throws */
  get body(): Uint8Array {
    const raw = this.#read.body;
    this.#body ??=
      raw.byteLength === 0 ? raw : decompressed(raw, this.header('content-encoding')?.trim().toLowerCase() ?? '');
    return this.#body;
  }
}

/** HTTP/1.1 on a socket that was opened and checked by `dial`: one request at a time, no timer, no promise. */
export class LoadConnection {
  readonly origin: string;
  readonly #socket: Socket;
  readonly #owner: ConnectionOwner;
  readonly #reader: ResponseReader = responseReader();
  #job: LoadJob | undefined;
  #used = false;
  /** The request under way is the first one of this connection. */
  #first = false;
  #alive = true;
  /** Bytes of the answer under way. */
  #held = 0;
  #error: unknown;
  idleSinceMs = 0;

  constructor(origin: string, socket: Socket, owner: ConnectionOwner) {
    this.origin = origin;
    this.#socket = socket;
    this.#owner = owner;
    socket.on('data', (chunk: Buffer) => {
      this.#onData(chunk);
    });
    socket.on('error', (error) => {
      this.#error ??= error;
    });
    socket.on('end', () => {
      this.#onEnd();
    });
    socket.on('close', () => {
      this.#onClose();
    });
  }

  get job(): LoadJob | undefined {
    return this.#job;
  }

  get alive(): boolean {
    return this.#alive;
  }

  start(job: LoadJob): void {
    this.#job = job;
    this.#first = !this.#used;
    this.#used = true;
    this.#reader.expect(job.request.method === 'HEAD');
    this.#socket.write(job.request.bytes);
    job.receiver.onSent(this.#first);
  }

  #onData(chunk: Buffer): void {
    this.#owner.received(chunk.length);
    if (!this.#alive) return;
    try {
      const answer = this.#reader.read(chunk);
      if (answer === undefined) this.#hold(chunk.length);
      else this.#answered(answer);
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      this.fail({ type: error.type, phase: error.phase, message: error.message });
    }
  }

  #hold(bytes: number): void {
    this.#held += bytes;
    if (this.#owner.held(bytes) <= HELD_BYTES_MAX || this.#held <= HELD_FAIR_BYTES) return;
    const message = `expected at most ${String(HELD_BYTES_MAX)} bytes of answers under way at once, got more: fewer connections, or smaller answers`;
    this.fail({ type: 'parse', phase: 'receive', message });
  }

  #release(): void {
    if (this.#held > 0) this.#owner.held(-this.#held);
    this.#held = 0;
  }

  #answered(answer: ReadAnswer): void {
    this.#release();
    const job = this.#job;
    this.#job = undefined;
    // The next request is on its way before anybody looks at this answer.
    if (answer.keepAlive) this.#owner.freed(this);
    else this.#end(undefined, { type: 'connection', phase: 'wait', message: '' });
    job?.receiver.onAnswer(new Answer(answer));
  }

  #onEnd(): void {
    if (!this.#alive) return;
    const answer = this.#job === undefined ? undefined : this.#reader.end();
    if (answer === undefined) this.#onClose();
    else this.#answered(answer);
  }

  #onClose(): void {
    if (!this.#alive) return;
    const begun = this.#reader.hasBegun();
    const before = this.#job !== undefined && begun ? 'the rest of the answer' : 'an answer';
    const code = errorCode(this.#error);
    const what = code === '' ? 'the end of the connection' : code === 'ECONNRESET' ? 'a reset of the connection' : code;
    const failure: LoadFailure = {
      type: code.startsWith('ERR_SSL_') ? 'tls' : 'connection',
      phase: begun ? 'receive' : 'wait',
      message: `expected ${before}, got ${what}`,
    };
    const job = this.#job;
    this.#job = undefined;
    const again = !begun && !this.#first;
    this.#end(again ? job : undefined, failure);
    if (!again) job?.receiver.onFailure(failure);
  }

  /** Ends the connection, and the request on it with this failure. */
  fail(failure: LoadFailure): void {
    const job = this.#job;
    this.#job = undefined;
    this.#end(undefined, failure);
    job?.receiver.onFailure(failure);
  }

  #end(unanswered: LoadJob | undefined, failure: LoadFailure): void {
    if (!this.#alive) return;
    this.#alive = false;
    this.#release();
    this.#socket.destroy();
    this.#owner.ended(this, unanswered, failure);
  }

  /** False after the first request. */
  get fresh(): boolean {
    return !this.#used;
  }
}
