/** A generator in a process of its own that others can starve: runs one load and prints its judgement. */
import { runOnLoopback } from './run.ts';

const [port = '0', rps = '0', durationMs = '0'] = process.argv.slice(2);
const { verdict, validity, failure } = await runOnLoopback(
  {
    model: 'open',
    stages: [{ durationMs: Number(durationMs), rps: Number(rps) }],
    warmUpMs: 500,
    mix: [{ name: 'root', request: { method: 'GET', path: '/' } }],
    thresholds: [{ metric: 'p95', below: 10_000 }],
  },
  Number(port),
);
process.stdout.write(JSON.stringify({ verdict, validity: validity ?? null, why: failure?.message ?? null }));
