import type { EnvironmentFlags } from './laptop-environment.ts';
import type { WebhookFlags } from './laptop-ports.ts';
import type { ReportFlags } from './write-reports.ts';

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
  /** Milliseconds. */
  readonly timeout: number;
  readonly gate?: string;
  readonly watch?: boolean;
  readonly cleanUp?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
}
