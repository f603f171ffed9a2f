import type { Severity } from '#core/finding';

/** What a check is called and how bad it is when it finds something. The families in this folder look. */
export interface CheckFacts {
  readonly id: string;
  readonly title: string;
  /** Item of the OWASP API Security Top 10 2023. Injection has none there: it is listed with misconfiguration, API8. */
  readonly owasp: string;
  readonly cwe: string;
  /** Code of the Web Fuzzing Commons, where they have one. */
  readonly wfc?: string;
  /** Requirement of ASVS 4.0.3, where one fits. */
  readonly asvs?: string;
  readonly severity: Severity;
  readonly why: string;
  readonly remedy: string;
  /** It sends what no ordinary user sends; runs with the profile `active` only. */
  readonly active?: true;
  /** It needs an identity; runs with the profile `authenticated` only. */
  readonly identity?: true;
}

export const ACTIVE = { active: true } as const;
export const IDENTITY = { identity: true } as const;
