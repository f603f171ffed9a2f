import { isPayloadFree } from '#core/case-summary';
import { MASK } from '#core/masking';
import type { JsonObject } from '#core/units';
import { open, openOrigin, showFields } from './shown.ts';
import type { OpenFields, Show } from './shown.ts';

/** A message names an operation as the suite has it. An address that it quotes is cut down to its origin, and a query goes. */
const message: Show = (value) =>
  typeof value === 'string'
    ? value.replaceAll(/[a-z][a-z0-9+.-]*:\/\/\S+/gi, openOrigin).replaceAll(/\?\S+/g, `?${MASK}`)
    : MASK;

/** Where a request failed before anything was sent is no payload; every other reason may quote one. */
const reason: Show = (value, { error_class: type, phase }) =>
  typeof value === 'string' &&
  typeof type === 'string' &&
  typeof phase === 'string' &&
  isPayloadFree({ type, phase, message: value })
    ? value
    : MASK;

/** Fields that say which case ran when and how it ended; a field that is not listed may hold anything. */
const OPEN_FIELDS: OpenFields = {
  ...Object.fromEntries(
    [
      'at',
      'timestamp',
      'level',
      'service',
      'test_run_id',
      'correlation_id',
      'trace_id',
      'suite_type',
      'spec_hash',
      'shard',
      'attempt',
      'suite',
      'case',
      'case_id',
      'try',
      'method',
      'operation',
      'status',
      'duration_ms',
      'result',
      'error_class',
      'phase',
    ].map((name) => [name, open]),
  ),
  message,
  reason,
};

/** A line of a runner's log for somebody without `payload:read` (F1.1). */
export const maskLogLine = <T extends JsonObject>(line: T): T => showFields(line, OPEN_FIELDS) as T;
