import type { RecordedRequest, RecordedResponse } from '#core/case-result';
import { sha256Hex } from '#core/digest';

export const SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Something wrong with the API under test that a probe saw (C7). Its fingerprint is the same in each run that sees it again. */
export interface Finding {
  /** 32 hex digits over check, operation and place: what finds the same thing again. */
  readonly fingerprint: string;
  /** Which check saw it: `bola-read`, `response-schema`. */
  readonly check: string;
  readonly title: string;
  readonly severity: Severity;
  /** Why it is as severe as that. */
  readonly severityReason?: string;
  /** `GET /orders/{id}`, as the document has it. */
  readonly operation?: string;
  /** Where in the operation: a parameter, header, or JSON Pointer into a body. */
  readonly place?: string;
  /** `CWE-639`. */
  readonly cwe?: string;
  /** OWASP API Security Top 10 2023: `API1:2023`. */
  readonly owasp?: string;
  /** OWASP Application Security Verification Standard 4.0.3: `V4.2.1`. */
  readonly asvs?: string;
  /** Code of the Web Fuzzing Commons, such as `F204`. */
  readonly wfc?: string;
  /** What was expected and what came, in a sentence, masked. */
  readonly message: string;
  readonly remedy?: string;
  /** The exchange that shows it, masked, and a curl line that repeats it without secrets. */
  readonly request?: RecordedRequest;
  readonly response?: RecordedResponse;
  readonly curl?: string;
  /** Somebody accepted it for a time: it is told, and neither fails nor warns. */
  readonly suppressed?: { readonly reason: string; readonly until: string; readonly approver: string };
}

/** @returns 32 hex digits; equal for equal check, operation and place, whatever the values of the run were */
export const fingerprintOf = ({ check, operation, place }: Pick<Finding, 'check' | 'operation' | 'place'>): string =>
  sha256Hex(JSON.stringify([check, operation ?? '', place ?? ''])).slice(0, 32);

/** Of two that tell of the same thing the one that asks for more, in whatever order they come: a suite may suppress what another one does not. */
export const graver = (one: Finding, other: Finding): Finding => {
  if ((one.suppressed === undefined) !== (other.suppressed === undefined))
    return one.suppressed === undefined ? one : other;
  return SEVERITIES.indexOf(other.severity) > SEVERITIES.indexOf(one.severity) ? other : one;
};

/** Each fingerprint once. */
export const gravest = (findings: readonly Finding[]): readonly Finding[] => {
  const found = new Map<string, Finding>();
  for (const finding of findings) {
    const known = found.get(finding.fingerprint);
    found.set(finding.fingerprint, known === undefined ? finding : graver(known, finding));
  }
  return [...found.values()];
};

/** A finding that fails its case; what is below only warns (C7: zero critical and high to pass). */
export const isFailing = ({ severity, suppressed }: Pick<Finding, 'severity' | 'suppressed'>): boolean =>
  suppressed === undefined && (severity === 'critical' || severity === 'high');
