/** A program that holds back all that passes its proxy for an hour, to be killed: `proxy-child.ts UPSTREAM PORT`. */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseCidr } from '#core/address-policy';
import type { Cidr } from '#core/address-policy';
import { epochMs } from '#core/units';
import { faultProxies } from '#runner/fault-proxy';
import { guardedDialer } from '#runner/fault-proxy-dial';

const [, , upstream = '', listen = ''] = process.argv;
const url = new URL(upstream);
const policy = { allowHosts: [url.host], allowedRanges: [parseCidr('127.0.0.0/8')] as Cidr[] };
const clock = {
  nowMs: () => epochMs(Date.now()),
  sleep: (ms: number, signal?: AbortSignal) => sleep(ms, undefined, signal === undefined ? {} : { signal }),
};
const options = { name: 'held', upstream: url, http: false, listen: Number(listen), random: () => 0.5 };
const proxy = await faultProxies({ dialer: guardedDialer({ policy }), clock }).open(
  options,
  new AbortController().signal,
);
await proxy.add({ fault: 'latency', latencyMs: 3_600_000, stream: 'upstream' });
process.stdout.write('ready\n');
