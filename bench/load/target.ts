/**
 * The target of load benches, a process of its own: answers every request on a connection with the same small JSON, as cheaply as bytes can
 * be written, so that the generators are what is measured. Told to pause, it answers nothing for that long and then everything.
 */
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

const BODY = JSON.stringify({ id: 17, name: 'widget', price: 12.5, tags: ['a', 'b'], inStock: true });
const ANSWER = Buffer.from(
  `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${String(Buffer.byteLength(BODY))}\r\n\r\n${BODY}`,
);
const HEAD_END = Buffer.from('\r\n\r\n');

const held: Socket[] = [];
let isPaused = false;

const server = createServer({ noDelay: true }, (socket) => {
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    if (chunk.subarray(-4).compare(HEAD_END) !== 0) return;
    if (isPaused) held.push(socket);
    else socket.write(ANSWER);
  });
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.on('message', ({ pauseMs }: { readonly pauseMs: number }) => {
  isPaused = true;
  setTimeout(() => {
    isPaused = false;
    for (const socket of held.splice(0)) socket.write(ANSWER);
  }, pauseMs);
});
process.on('disconnect', () => {
  process.exitCode = 0;
  server.close();
  for (const socket of held) socket.destroy();
  setImmediate(() => {
    process.kill(process.pid, 'SIGTERM');
  });
});
