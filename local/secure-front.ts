import { Agent, createServer, request } from 'node:http';

export interface SecureFront {
  /** What clients take for the emulator. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Stands where TLS ends on AWS: passes every request on with `x-forwarded-proto: https`. With roles evaluated, the emulator also evaluates
 * the bucket policies that refuse cleartext, and every client here speaks cleartext over the loopback interface.
 */
export const startSecureFront = async (emulator: string): Promise<SecureFront> => {
  const { hostname, port } = new URL(emulator);
  const agent = new Agent({ keepAlive: true });
  const server = createServer((incoming, outgoing) => {
    const { method = 'GET', url = '/', rawHeaders } = incoming;
    const passed = request(
      { hostname, port, method, path: url, headers: [...rawHeaders, 'x-forwarded-proto', 'https'], agent },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(outgoing);
      },
    );
    passed.on('error', () => outgoing.destroy());
    outgoing.on('close', () => passed.destroy());
    incoming.pipe(passed);
  });
  // The emulator closes after 75 s; an earlier end here would reset clients that reuse a connection.
  server.keepAliveTimeout = 75_000;
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}`,
    stop: () =>
      new Promise((resolve) => {
        agent.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
