import { EXIT, type ExitCode } from './exit-codes.ts';

export interface FailureExtra {
  /** What to do about it, one sentence. */
  readonly hint?: string;
  /** Stable code, of the plane's problems where it was one of them. */
  readonly code?: string;
  /** Places within what was sent or read, with what is wrong there. */
  readonly pointers?: readonly { readonly pointer: string; readonly reason: string }[];
  readonly requestId?: string;
  readonly status?: number;
  readonly cause?: unknown;
}

/** Why a command ends early: shown as `error: title: detail (code)`, then pointers, then the hint. */
export class CliFailure extends Error {
  readonly exit: ExitCode;
  readonly title: string;
  readonly extra: FailureExtra;
  constructor(exit: ExitCode, title: string, detail: string, extra: FailureExtra = {}) {
    super(detail, extra.cause === undefined ? undefined : { cause: extra.cause });
    this.name = 'CliFailure';
    this.exit = exit;
    this.title = title;
    this.extra = extra;
  }
}

export const usageFailure = (detail: string, hint?: string): CliFailure =>
  new CliFailure(EXIT.usage, 'usage', detail, hint === undefined ? {} : { hint });

const codeOf = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
};

/** The system's code (`ENOENT`, `ECONNREFUSED`) of an error or of what caused it. */
export const systemCode = (error: unknown): string | undefined =>
  codeOf(error) ?? (error instanceof Error && error.cause !== undefined ? systemCode(error.cause) : undefined);

export const messageOf = (error: unknown): string => {
  if (error instanceof AggregateError && error.message === '' && error.errors.length > 0)
    return messageOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
};

const FILE_WORDS: { readonly [code: string]: string } = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EISDIR: 'this is a folder, a file was expected',
  ENOTDIR: 'a part of the path is not a folder',
  ENOSPC: 'no space left',
  EROFS: 'the file system is read-only',
};

/** A file that cannot be read or written, in words. */
export const fileFailure = (verb: 'read' | 'write', path: string, error: unknown): CliFailure =>
  new CliFailure(EXIT.usage, `cannot ${verb} ${path}`, FILE_WORDS[systemCode(error) ?? ''] ?? messageOf(error), {
    cause: error,
  });
