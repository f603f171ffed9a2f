import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export interface ScriptedProxy {
  readonly url: string;
  readonly port: number;
  /** Heads of the requests that came, CONNECT and others. */
  readonly heads: string[];
  readonly close: () => Promise<void>;
}

/** A proxy on loopback that sends everything to one port, whatever host it is asked for, and wants these credentials if any. */
export const scriptedProxy = async (targetPort: number, credentials?: string): Promise<ScriptedProxy> => {
  const heads: string[] = [];
  const sockets = new Set<Socket>();
  const wanted = credentials === undefined ? undefined : `Basic ${Buffer.from(credentials).toString('base64')}`;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    let text = Buffer.alloc(0);
    const onData = (chunk: Buffer): void => {
      text = Buffer.concat([text, chunk]);
      const end = text.indexOf('\r\n\r\n');
      if (end < 0) return;
      socket.off('data', onData);
      const head = text.toString('latin1', 0, end);
      heads.push(head);
      const given = /^proxy-authorization: (.*)$/imu.exec(head)?.[1];
      if (wanted !== undefined && given !== wanted) {
        socket.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
        return;
      }
      const onward = connect(targetPort, '127.0.0.1');
      sockets.add(onward);
      onward.on('error', () => socket.destroy());
      socket.on('close', () => onward.destroy());
      if (head.startsWith('CONNECT ')) socket.write('HTTP/1.1 200 Connection established\r\nvia: test\r\n\r\n');
      else onward.write(text.toString('latin1').replace(/^(\S+) https?:\/\/[^/]+/u, '$1 '));
      onward.pipe(socket);
      socket.on('data', (more: Buffer) => {
        const again = more.toString('latin1');
        if (/^[A-Z]+ http:/u.test(again)) heads.push(again.split('\r\n\r\n')[0] ?? '');
        onward.write(head.startsWith('CONNECT ') ? more : again.replace(/^(\S+) https?:\/\/[^/]+/u, '$1 '), 'latin1');
      });
    };
    socket.on('data', onData);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    port,
    heads,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
