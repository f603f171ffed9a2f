import type { EnvironmentFlags } from './laptop-environment.ts';
import type { WebhookFlags } from './laptop-ports.ts';
import type { ReportFlags } from './report-places.ts';

/** What `assay test` was told. */
export interface TestFlags extends EnvironmentFlags, WebhookFlags, ReportFlags {
  readonly secrets?: string;
  readonly tag?: readonly string[];
  readonly suite?: readonly string[];
  readonly case?: readonly string[];
  readonly parallel?: number;
  readonly seed?: string;
  readonly reruns?: number;
  readonly failFast?: boolean;
  /** Suites whose files are wrong are left out, and the others run. */
  readonly keepGoing?: boolean;
  /** Milliseconds. */
  readonly timeout: number;
  readonly gate?: string;
  readonly watch?: boolean;
  readonly cleanUp?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
}
