import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface CountingProxy {
  readonly url: string;
  /** What was called since the last look: the `x-amz-target` of each request, or its method and path. */
  take(): readonly string[];
  close(): Promise<void>;
}

/** Stands between the AWS SDK and an emulator on loopback, passes everything on and counts. */
export const startCountingProxy = async (endpoint: string): Promise<CountingProxy> => {
  const target = new URL(endpoint);
  let seen: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const name = incoming.headers['x-amz-target'];
    seen.push(typeof name === 'string' ? name : `${incoming.method ?? ''} ${incoming.url ?? ''}`);
    const onward = request(
      {
        host: target.hostname,
        port: target.port,
        method: incoming.method,
        path: incoming.url,
        headers: incoming.headers,
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    take: () => {
      const taken = seen;
      seen = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
