import type { CheckOptions } from '#engines/functional/checks';
import type { Answer } from '#engines/functional/answer';
import type { Json } from '#core/units';

export const NOW_MS = Date.UTC(2026, 0, 15, 12, 0, 0);

/** An answer as checks see it, without a response behind it. */
export const answerOfJson = (value: Json, headers: { readonly [name: string]: string } = {}): Answer => ({
  status: 200,
  totalMs: 12,
  bodyBytes: 34,
  header: (name) => headers[name],
  text: () => JSON.stringify(value),
  json: () => ({ value }),
});

export const optionsWith = (variables: { readonly [name: string]: Json } = {}): CheckOptions => ({
  lookup: (name) => variables[name],
  nowMs: NOW_MS,
});
