import type { LeakKind } from '#core/acts/inspect';

/** A sensitive value in clear text. */
export interface Leak {
  /** One of LEAK_KINDS, or the name of a pattern of one's own. */
  readonly kind: string;
  /** UTF-16 offset and length of the value in the text that was looked at. */
  readonly offset: number;
  readonly length: number;
  /** For allowances and the masked sample; never to be written anywhere. */
  readonly value: string;
}

export type Tell = (kind: LeakKind, offset: number, value: string) => void;

/** Longer values are told by their beginning. */
export const VALUE_CHARACTERS_MAX = 2000;

const LEADING =
  /^(?:(?:sk|pk|rk|cs)_(?:live|test)_|whsec_|(?:cus|pi|tok|pm|ch|src|seti|acct|card|ba)_|AKIA|ASIA|gh[pousr]_|-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----|eyJ)/;
const SAMPLE_CHARACTERS_MAX = 40;

/** The form of a value without its characters, such as `****-****-****-****` or `sk_live_********`: what a report may show. */
export const maskedSample = (value: string): string => {
  const lead = LEADING.exec(value)?.[0] ?? '';
  const rest = value.slice(lead.length, lead.length + SAMPLE_CHARACTERS_MAX);
  const more = value.length > lead.length + SAMPLE_CHARACTERS_MAX ? '…' : '';
  return `${lead}${rest.replaceAll(/[^\s@.\-+/=:;()_]/gu, '*').replaceAll(/[\s]/gu, ' ')}${more}`;
};
