/**
 * Rows 32 and 34: the sketch against the sorted list itself, which is the truth that it stands for. Values are drawn over all decades and
 * in clusters; the bound is the promised one, written out here.
 */
import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from '#core/canonical-json';
import { RELATIVE_ERROR, Sketch, mergedSketch } from '#core/sketch';
import type { SketchForm } from '#core/sketch';

const sketchOf = (values: readonly number[]): Sketch => {
  const sketch = new Sketch();
  for (const value of values) sketch.record(value);
  return sketch;
};

const latency = fc.oneof(
  fc.double({ min: 1e-3, max: 1e7, noNaN: true }),
  fc.integer({ min: -6, max: 14 }).map((power) => 10 ** power),
  fc.constantFrom(0, 1, 5, 5.0000001, 200, 200),
);
const values = fc.array(latency, { minLength: 1, maxLength: 300 });
const SHARES = [0, 0.01, 0.5, 0.9, 0.95, 0.99, 0.999, 1];

const trueQuantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(Number((share * sorted.length).toFixed(9))) - 1)] ?? NaN;

describe('a sketch', () => {
  test('promises half a percent', () => {
    expect(RELATIVE_ERROR).toBe(0.005);
  });

  test('tells every percentile within its error, and smallest and largest exactly', () => {
    fc.assert(
      fc.property(values, (list) => {
        const sketch = sketchOf(list);
        const sorted = [...list].sort((a, b) => a - b);

        for (const share of SHARES) {
          const truth = trueQuantile(sorted, share);
          expect(Math.abs((sketch.quantile(share) ?? NaN) - truth)).toBeLessThanOrEqual(0.005 * truth + 1e-6);
        }
        expect([sketch.count, sketch.min, sketch.max]).toEqual([list.length, sorted[0], sorted.at(-1)]);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps the sum to a millionth of each value', () => {
    const sketch = sketchOf([0.1, 0.2, 0.3, 1e9]);

    expect(sketch.sum).toBeCloseTo(1_000_000_000.6, 5);
    expect(sketch.mean).toBeCloseTo(250_000_000.15, 5);
  });

  test('of parts, merged in any order and any grouping, is the sketch of the whole to the last bit (row 34)', () => {
    fc.assert(
      fc.property(fc.array(fc.array(latency, { maxLength: 60 }), { minLength: 1, maxLength: 6 }), (parts) => {
        const whole = sketchOf(parts.flat()).toForm();
        const forms = parts.map((part) => sketchOf(part).toForm());
        const [first, ...rest] = forms as [SketchForm, ...SketchForm[]];

        const forwards = mergedSketch(forms).toForm();
        const backwards = mergedSketch([...forms].reverse()).toForm();
        const grouped = mergedSketch([first, mergedSketch(rest).toForm()]).toForm();

        for (const merged of [forwards, backwards, grouped]) expect(canonicalJson(merged)).toBe(canonicalJson(whole));
      }),
      { numRuns: 300 },
    );
  });

  test('survives its JSON form', () => {
    fc.assert(
      fc.property(values, (list) => {
        const form = sketchOf(list).toForm();

        const back = Sketch.fromForm(JSON.parse(JSON.stringify(form)) as SketchForm);

        expect(back.toForm()).toEqual(form);
      }),
      { numRuns: 200 },
    );
  });

  test('counts one value many times as it counts many of them', () => {
    const once = new Sketch();
    once.recordMany(12.34, 1_000_003);
    const often = new Sketch();
    for (let count = 0; count < 1_000_003; count += 1) often.record(12.34);

    expect(once.toForm()).toEqual(often.toForm());
  });

  test('without values has no figures', () => {
    const empty = new Sketch();

    expect([empty.count, empty.min, empty.max, empty.mean, empty.quantile(0.5), empty.sum]).toEqual([
      0,
      undefined,
      undefined,
      undefined,
      undefined,
      0,
    ]);
    expect(mergedSketch([]).toForm()).toEqual(empty.toForm());
  });

  test('counts values up to bounds, and sums those above one', () => {
    const sketch = sketchOf([1, 2, 3, 100, 200]);

    expect(sketch.countsUpTo([0.5, 2.5, 150, 1000])).toEqual([0, 2, 4, 5]);
    expect(sketch.sumAbove(50)).toBeGreaterThan(300 * 0.995);
    expect(sketch.sumAbove(50)).toBeLessThan(300 * 1.005);
  });

  test.each([-1, NaN, Infinity, 1e16])('refuses %p and counts nothing', (value) => {
    const sketch = new Sketch();

    expect(() => {
      sketch.record(value);
    }).toThrow(/expected a value from 0 to/u);
    expect(sketch.count).toBe(0);
  });

  test('keeps ten million samples in the room of a few thousand buckets (row 34)', () => {
    const sketch = new Sketch();
    for (let value = 1e-6; value < 1e15; value *= 1.003) sketch.recordMany(value, 1000);

    expect(sketch.count).toBeGreaterThan(10_000_000);
    expect(JSON.stringify(sketch.toForm()).length).toBeLessThan(100_000);
  });
});

describe('a form that was changed is refused', () => {
  const form = sketchOf([1, 2, 3]).toForm();

  test.each<[string, SketchForm]>([
    ['another precision', { ...form, relativeError: 0.01 }],
    ['a count that its buckets do not have', { ...form, count: 4 }],
    ['a largest value below the smallest', { ...form, min: 4 }],
    ['a bucket without count', { ...form, buckets: [...form.buckets, 3] }],
    ['a bucket of a billion decades', { ...form, buckets: [1_000_000_000, 3] }],
    ['an empty bucket', { ...form, buckets: [...form.buckets, 1, 0] }],
    ['a sum that is none', { ...form, sum: [0.5, -1] }],
  ])('%s', (_name, changed) => {
    expect(() => Sketch.fromForm(changed)).toThrow(/^expected a sketch with /u);
  });
});
