import type { GateFacts } from '#core/gate';
import { merged, type CaseSketch } from './case-builder.ts';

export type Sketch = CaseSketch & { readonly case: string };

/** Facts of a run that planned exactly these cases. */
export const facts = (cases: readonly Sketch[], extra: Partial<GateFacts> = {}): GateFacts => ({
  runId: 'r1',
  service: 'shop',
  rules: {},
  results: merged(cases),
  planned: new Set(cases.map((entry) => `${entry.suite ?? 'shop.checkout'}/${entry.case}`)),
  lostShards: [],
  ...extra,
});
