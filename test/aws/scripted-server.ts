import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  /** The operation of a JSON protocol service: `DynamoDB_20120810.PutItem` gives `PutItem`. */
  readonly operation: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What the server does with one request: an answer, or one of the ways in which answers get lost. */
export type Step =
  | { readonly status: number; readonly body?: string; readonly headers?: { readonly [name: string]: string } }
  | 'reset'
  | 'hang';

export interface ScriptedServer extends AsyncDisposable {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
}

const play = (step: Step, response: ServerResponse): void => {
  if (step === 'hang') return;
  if (step === 'reset') {
    response.destroy();
    return;
  }
  response.writeHead(step.status, { 'content-type': 'application/x-amz-json-1.0', ...step.headers });
  response.end(step.body ?? '{}');
};

/** Stands where AWS would and answers by script: each request takes the next step, the last one is repeated. */
export const scriptedServer = async (
  script: (request: SeenRequest, count: number) => Step,
): Promise<ScriptedServer> => {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const operation =
        String(request.headers['x-amz-target'] ?? '')
          .split('.')
          .at(-1) ?? '';
      const known = {
        method: request.method ?? '',
        path: request.url ?? '',
        operation,
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      seen.push(known);
      play(script(known, seen.length), response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
