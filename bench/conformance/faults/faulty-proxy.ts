/** Stands between the AWS SDK of one function and the emulator, and does to single calls what AWS and networks do at times. */
import { createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

/** `DynamoDB.PutItem`, `AWSStepFunctions.StartExecution`, `s3.PUT /bucket/key`. */
export type CallName = string;

/**
 * `pass` it on; `throttle` it as the service itself would; `refuse` it unseen by the service; `drop-reply`: let the service act and lose
 * its answer; or wait for a promise and pass it on then.
 */
export type Verdict = 'pass' | 'throttle' | 'refuse' | 'drop-reply' | { readonly held: Promise<void> };

export interface FaultyProxy extends AsyncDisposable {
  readonly url: string;
  /** Calls that were not simply passed on. */
  readonly harmed: readonly CallName[];
  readonly calls: readonly CallName[];
}

const nameOf = (incoming: IncomingMessage): CallName => {
  const target = incoming.headers['x-amz-target'];
  if (typeof target === 'string') return target.replace(/_\d+\./, '.');
  return `s3.${incoming.method ?? ''} ${incoming.url ?? ''}`;
};

export const isS3 = (call: CallName): boolean => call.startsWith('s3.');
export const isDynamo = (call: CallName): boolean => call.startsWith('DynamoDB.');

const throttle = (call: CallName, outgoing: ServerResponse): void => {
  if (isS3(call)) {
    const body =
      '<?xml version="1.0" encoding="UTF-8"?><Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>';
    outgoing.writeHead(503, { 'content-type': 'application/xml' }).end(body);
    return;
  }
  const body = {
    __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
    message: 'The level of configured provisioned throughput for the table was exceeded.',
  };
  outgoing.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
};

const bodyOf = async (incoming: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const passOn = (target: URL, incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { hostname: host, port } = target;
    const onward = request(
      { host, port, method: incoming.method, path: incoming.url, headers: incoming.headers },
      resolve,
    );
    onward.once('error', reject);
    onward.end(body);
  });

/** Text of a body, also where the SDK compressed it. */
const textOf = (body: Buffer): string =>
  (body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body).toString('utf8');

/** @param judge hears each call with its body, in the order of arrival */
export const startFaultyProxy = async (
  endpoint: string,
  judge: (call: CallName, body: string) => Verdict,
): Promise<FaultyProxy> => {
  const target = new URL(endpoint);
  const calls: CallName[] = [];
  const harmed: CallName[] = [];
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const call = nameOf(incoming);
    const body = await bodyOf(incoming);
    const verdict = judge(call, textOf(body));
    calls.push(call);
    if (verdict !== 'pass') harmed.push(call);
    if (verdict === 'throttle') return throttle(call, outgoing);
    if (verdict === 'refuse') return void outgoing.destroy();
    if (typeof verdict === 'object') await verdict.held;
    const answer = await passOn(target, incoming, body);
    if (verdict === 'drop-reply') {
      answer.resume();
      return void outgoing.destroy();
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  };
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    harmed,
    calls,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
