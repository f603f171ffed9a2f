/** Ten million latencies into one sketch, in a process of its own: prints its memory before and after, and how far off its p99 is. */
import { Sketch } from '#core/sketch';

const SAMPLES = 10_000_000;
/** A lognormal-like spread over four decades, by a fixed rule: the true p99 is known without keeping samples. */
const valueOf = (index: number): number => 10 ** (4 * ((index * 0.618_033_988_749_895) % 1));

const sketch = new Sketch();
const started = performance.now();
for (let index = 0; index < SAMPLES; index += 1) sketch.record(valueOf(index));
const nanoseconds = ((performance.now() - started) * 1e6) / SAMPLES;
const truth = 10 ** (4 * 0.99);
process.stdout.write(
  JSON.stringify({
    rssBytes: process.memoryUsage.rss(),
    nanoseconds,
    off: Math.abs((sketch.quantile(0.99) ?? 0) - truth) / truth,
    formBytes: JSON.stringify(sketch.toForm()).length,
  }),
);
