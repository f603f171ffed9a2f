import { connect as connectTcp, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { HttpFailure, errorCode, errorText } from '#engines/http/http-failure';
import type { HttpPhase } from '#engines/http/http-failure';
import type { OpenTarget } from '#engines/http/open-target';

export interface Dialled {
  readonly socket: Socket;
  /** Milliseconds; tls is null without encryption. */
  readonly timingsMs: { readonly dns: number; readonly connect: number; readonly tls: number | null };
}

export interface DialOptions {
  readonly url: URL;
  readonly open: (url: URL) => Promise<OpenTarget>;
  readonly signal: AbortSignal;
  /** Told which phase begins, so that whoever aborts can say where it was. */
  readonly onPhase: (phase: HttpPhase) => void;
  /** Certificate authorities (PEM) beside the system's, for targets with a private one. */
  readonly ca?: readonly string[];
}

const once = (socket: Socket, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      socket.off(event, onDone);
      socket.off('error', onError);
      socket.off('close', onClose);
      signal.removeEventListener('abort', onAbort);
      finish();
    };
    const fail = (error: Error): void => {
      settle(() => {
        // A late error of a socket that nobody waits for must not end the process.
        socket.on('error', () => undefined);
        socket.destroy();
        reject(error);
      });
    };
    const onDone = (): void => {
      settle(resolve);
    };
    const onError = (error: Error): void => {
      fail(error);
    };
    const onClose = (): void => {
      fail(new Error('the connection was closed'));
    };
    const onAbort = (): void => {
      fail(signal.reason as Error);
    };
    socket.once(event, onDone);
    socket.once('error', onError);
    socket.once('close', onClose);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
  });

const connectFirst = async (target: OpenTarget, { url, signal }: DialOptions): Promise<Socket> => {
  let last: unknown;
  for (const address of target.addresses) {
    const socket = connectTcp({ host: address, port: target.port, noDelay: true, keepAlive: true });
    try {
      await once(socket, 'connect', signal);
      return socket;
    } catch (error) {
      if (signal.aborted) throw error;
      last = error;
    }
  }
  const code = errorCode(last);
  const what = code === 'ECONNREFUSED' ? 'a refused connection' : code === 'ECONNRESET' ? 'a reset' : errorText(last);
  const message = `expected ${target.hostname}:${String(target.port)} to accept a connection, got ${what}`;
  throw new HttpFailure(message, { type: 'connection', phase: 'connect', url: url.href, cause: last });
};

const encrypt = async (plain: Socket, target: OpenTarget, { url, signal, ca }: DialOptions): Promise<Socket> => {
  const socket = connectTls({
    socket: plain,
    host: target.hostname,
    ALPNProtocols: ['http/1.1'],
    ...(isIP(target.hostname) === 0 ? { servername: target.hostname } : {}),
    ...(ca === undefined ? {} : { ca: [...ca] }),
  });
  try {
    await once(socket, 'secureConnect', signal);
    return socket;
  } catch (error) {
    plain.destroy();
    if (signal.aborted) throw error;
    const message =
      `expected a TLS connection to ${target.hostname}, got ${errorCode(error)} ${errorText(error)}`.replace(
        'got  ',
        'got ',
      );
    throw new HttpFailure(message, { type: 'tls', phase: 'tls', url: url.href, cause: error });
  }
};

/**
 * Opens a connection to a target: checks and resolves it, then connects to one of the checked addresses, in order.
 *
 * @throws HttpFailure by phase; the signal's reason when it was aborted
 */
export const dial = async (options: DialOptions): Promise<Dialled> => {
  const { url, open, onPhase, signal } = options;
  const started = performance.now();
  onPhase('resolve');
  const target = await Promise.race([open(url), whenAborted(signal)]);
  const resolved = performance.now();
  onPhase('connect');
  const plain = await connectFirst(target, options);
  const connected = performance.now();
  if (target.secure) onPhase('tls');
  const socket = target.secure ? await encrypt(plain, target, options) : plain;
  const tls = target.secure ? performance.now() - connected : null;
  return { socket, timingsMs: { dns: resolved - started, connect: connected - resolved, tls } };
};

const whenAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    const fail = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
