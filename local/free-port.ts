import { createServer } from 'node:net';

/** A port of the loopback interface that nobody listened on a moment ago; the caller must cope when somebody took it since. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('the loopback interface gave no port'));
      });
    });
  });
