/**
 * A small API for documents to test: log in, create, share, sign, be told. It keeps everything in memory and has a switch for each of
 * its faults.
 *
 * `node examples/documents/server.ts [--port N] [--host ADDRESS]`; the faults are in ASSAY_DOCUMENTS_FAULTS, names between commas; the
 * password of its users is DOCUMENTS_PASSWORD, or `try-the-documents`. It prints one line when it is ready:
 * `listening http://127.0.0.1:PORT`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parseArgs } from 'node:util';
import { makeArchive, type Archive } from './documents-state.ts';
import { FAULTS, readFaults, type FaultName } from './faults.ts';
import { refusalAnswer, Refusal, send, Silence } from './http-answer.ts';
import { answerFor } from './routes.ts';

export { FAULTS, isFaultName, type FaultName } from './faults.ts';

export const DOCUMENTS_PASSWORD_DEFAULT = 'try-the-documents';

export interface DocumentsOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly faults?: readonly FaultName[];
  /** Password of all users. */
  readonly password?: string;
  readonly nowMs?: () => number;
}

export interface RunningDocuments {
  readonly url: string;
  readonly port: number;
  /** Exactly these faults from now on. */
  setFaults(faults: readonly FaultName[]): void;
  /** How many documents there are. */
  documents(): number;
  close(): Promise<void>;
}

const serve = async (archive: Archive, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const leak = archive.faults.has('stack-leaked');
  const instance = (request.url ?? '/').split('?')[0] ?? '/';
  try {
    send(response, await answerFor(archive, request));
  } catch (error) {
    if (error instanceof Silence) {
      if (error.how === 'drop') request.socket.destroy();
      return;
    }
    if (archive.ending.signal.aborted) return;
    const known = error instanceof URIError ? new Refusal(400, 'bad-path', 'the path is not valid') : error;
    const refusal = known instanceof Refusal ? known : new Refusal(500, 'api-broke', 'something went wrong here');
    send(response, refusalAnswer(refusal, instance, leak));
  }
};

/** Starts an API of its own; resolves when it listens. */
export const startDocuments = async (options: DocumentsOptions = {}): Promise<RunningDocuments> => {
  const host = options.host ?? '127.0.0.1';
  const password = options.password ?? DOCUMENTS_PASSWORD_DEFAULT;
  const archive = makeArchive(password, options.faults ?? [], options.nowMs ?? Date.now);
  const server = createServer((request, response) => void serve(archive, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`,
    port,
    setFaults: (faults) => {
      archive.faults.clear();
      archive.shown.clear();
      for (const fault of faults) archive.faults.add(fault);
    },
    documents: () => archive.documents.size,
    close: async () => {
      archive.ending.abort();
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
};

const usage = `usage: [ASSAY_DOCUMENTS_FAULTS=NAME,…] node examples/documents/server.ts [--port N] [--host ADDRESS]\nfaults:\n${Object.entries(
  FAULTS,
)
  .map(([name, what]) => `  ${name.padEnd(22)} ${what}`)
  .join('\n')}\n`;

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, host: { type: 'string' }, help: { type: 'boolean' } },
  });
  const port = Number(values.port ?? '0');
  if (values.help === true || !Number.isInteger(port) || port < 0 || port > 65_535) {
    process.stderr.write(usage);
    process.exitCode = values.help === true ? 0 : 64;
    return;
  }
  let faults: FaultName[];
  try {
    faults = readFaults(process.env['ASSAY_DOCUMENTS_FAULTS'] ?? '');
  } catch (error) {
    process.stderr.write(`ASSAY_DOCUMENTS_FAULTS: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 64;
    return;
  }
  const password = process.env['DOCUMENTS_PASSWORD'];
  const documents = await startDocuments({
    port,
    faults,
    ...(values.host === undefined ? {} : { host: values.host }),
    ...(password === undefined || password === '' ? {} : { password }),
  });
  process.stdout.write(`listening ${documents.url}\n`);
  const stop = (): void => {
    void documents.close();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
};

if (import.meta.main) await main();
