import type { GateReason, GateRules } from '#core/run';

interface Limit {
  readonly warn?: number;
  readonly fail?: number;
}

export interface GateFigures {
  readonly errorRate: number | null;
  readonly p95Ms: number | null;
  readonly flakeRate: number | null;
  /** Warnings of blocking cases. */
  readonly warnings: number;
}

/**
 * Figures above their limits. A figure at its limit is within it. Above `fail` shuts, above `warn` alone never does. A figure with a fail
 * limit that could not be taken (no request was judged) is inconclusive: silence is not a low figure.
 */
export const limitReasons = (
  { runId, rules }: { readonly runId: string; readonly rules: GateRules },
  { errorRate, p95Ms, flakeRate, warnings }: GateFigures,
): readonly GateReason[] => {
  const evidence = `/tests/run/${runId}/results`;
  return [
    ...check(
      { code: 'error-rate', words: 'The share of requests without an answer', show: percent, evidence },
      rules.errorRate,
      errorRate,
    ),
    ...check(
      { code: 'p95', words: 'The 95th percentile of response times', show: milliseconds, evidence },
      rules.p95Ms,
      p95Ms,
    ),
    ...check(
      { code: 'flake-rate', words: 'The share of flaky cases', show: percent, evidence },
      rules.flakeRate,
      flakeRate,
    ),
    ...check(
      { code: 'warnings', words: 'The number of warnings', show: String, evidence },
      rules.maxWarnings,
      warnings,
    ),
  ];
};

interface Figure {
  readonly code: string;
  readonly words: string;
  readonly show: (value: number) => string;
  readonly evidence: string;
}

const check = (
  { code, words, show, evidence }: Figure,
  limit: Limit | undefined,
  value: number | null,
): readonly GateReason[] => {
  if (limit === undefined) return [];
  if (value === null) {
    if (limit.fail === undefined) return [];
    return [
      {
        code: `${code}-unknown`,
        message: `${words} is unknown: nothing was measured.`,
        effect: 'inconclusive',
        evidence,
      },
    ];
  }
  const over = (bound: number | undefined): boolean => bound !== undefined && value > bound;
  if (over(limit.fail)) {
    return [
      {
        code: `${code}-over-limit`,
        message: `${words} is ${show(value)}, at most ${show(limit.fail ?? 0)} allowed.`,
        effect: 'shut',
        evidence,
      },
    ];
  }
  if (!over(limit.warn)) return [];
  return [
    {
      code: `${code}-over-warning`,
      message: `${words} is ${show(value)}, above the warning limit of ${show(limit.warn ?? 0)}.`,
      effect: 'warn',
      evidence,
    },
  ];
};

const percent = (share: number): string => `${String(Math.round(share * 10_000) / 100)} %`;

const milliseconds = (ms: number): string => `${String(Math.round(ms * 10) / 10)} ms`;
