/** Act `tool`: any other test tool as a case; what it reports becomes results (C12). */
import type { Verdict } from '#core/words';

export const REPORT_FORMATS = ['junit', 'ctrf', 'k6-summary', 'newman', 'autocannon', 'pytest'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A file for the tool: text, or bytes as base64 (what `file` names is read into base64 when a suite file is read). */
export type ToolFile = string | { readonly base64: string };

export interface ToolDefinition {
  /** Program and arguments, started without a shell: exactly one of command and image. */
  readonly command?: readonly string[];
  /** `registry/name@sha256:…`, and arguments for it. */
  readonly image?: string;
  readonly arguments?: readonly string[];
  /** Put into the tool's own working folder, by relative path. */
  readonly files?: { readonly [path: string]: ToolFile };
  /** Environment variables besides PATH, HOME, TMPDIR, LANG, TZ and TARGET_URL. Never secrets. */
  readonly env?: { readonly [name: string]: string };
  readonly report: {
    /** Found out from what the report looks like when absent or `auto`. */
    readonly format?: ReportFormat | 'auto';
    /** Relative to the working folder; `stdout` is what the tool printed. */
    readonly path: string;
  };
  /** 300000 when absent. */
  readonly timeoutMs?: number;
  /** Megabytes (2^20 bytes) of all its processes together; 512 when absent. */
  readonly memoryMb?: number;
  /** Exit codes that are fine whatever the report says; 0, and another where the report has a failure, when absent. */
  readonly expectExit?: readonly number[];
  /** Bytes of its output, and of its report, beyond which it is ended; 10 MB when absent. */
  readonly outputBytesMax?: number;
}

export interface ToolCheck {
  readonly check: string;
  readonly passed: boolean;
  readonly message?: string;
}

export interface ToolAttachment {
  readonly name: string;
  /** As the report has it. */
  readonly path: string;
  readonly contentType?: string;
}

/** One case of a tool's report. */
export interface ToolCase {
  readonly name: string;
  /** Suites and groups that it is in, outermost first. */
  readonly suite?: readonly string[];
  readonly verdict: Verdict;
  readonly durationMs?: number;
  /** Why it did not pass, or why it was skipped. */
  readonly message?: string;
  /** What the tool says beside the message, such as a stack; cut. */
  readonly detail?: string;
  /** What it checked, where the tool tells. */
  readonly checks?: readonly ToolCheck[];
  /** It passed after a failure. */
  readonly flaky?: boolean;
  /** File and line, as the tool has them. */
  readonly place?: string;
  readonly attachments?: readonly ToolAttachment[];
}

export interface ToolReport {
  readonly format: ReportFormat;
  readonly cases: readonly ToolCase[];
}
