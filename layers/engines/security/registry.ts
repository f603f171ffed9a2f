/** All checks of the scan, as data. */
import type { CheckFacts } from '#engines/security/check-facts';
import { ACCESS_CHECKS } from '#engines/security/checks/access-checks';
import { ANSWER_CHECKS } from '#engines/security/checks/answer-checks';
import { INPUT_CHECKS } from '#engines/security/checks/input-checks';
import { LIMIT_CHECKS } from '#engines/security/checks/limit-checks';
import { TOKEN_CHECKS } from '#engines/security/checks/token-checks';

export const CHECKS = [...ACCESS_CHECKS, ...TOKEN_CHECKS, ...LIMIT_CHECKS, ...ANSWER_CHECKS, ...INPUT_CHECKS] as const;

export type CheckId = (typeof CHECKS)[number]['id'];

const byId: ReadonlyMap<string, CheckFacts> = new Map(CHECKS.map((check) => [check.id, check]));

/** @throws RangeError for an id that the registry does not have */
export const checkFacts = (id: string): CheckFacts => {
  const facts = byId.get(id);
  if (facts === undefined) throw new RangeError(`expected the id of a security check, got ${id}`);
  return facts;
};

/** Whether an id is meant by a list of ids and families (`jwt-*`). */
export const isCheckListed = (id: string, list: readonly string[]): boolean =>
  list.some((entry) => (entry.endsWith('*') ? id.startsWith(entry.slice(0, -1)) : entry === id));

/** What of OWASP's ten cannot be seen from outside, and why. */
export const NOT_TESTABLE: { readonly [owasp: string]: string } = {
  'API6:2023':
    'Whether a business flow (buying, booking, inviting) is worth protecting from programs is a decision of the business, and what protects it (captcha, device, behaviour) shows only to somebody who abuses it at length. State a rate limit for the flow: the rate limit probe then holds the API to it.',
};
