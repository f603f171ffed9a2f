import { isPayloadFree } from '#core/case-summary';
import { MASK } from '#core/masking';
import type { Json, JsonObject } from '#core/units';

/** Fields that say which case ran when and how it ended; a field that is not listed may hold anything. */
const OPEN_FIELDS: ReadonlySet<string> = new Set([
  'at',
  'timestamp',
  'level',
  'message',
  'service',
  'test_run_id',
  'correlation_id',
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
]);

/** A message names an address at most; what its query held is data. */
const maskQueries = (text: string): string => text.replaceAll(/\?\S+/g, `?${MASK}`);

/** Where a request failed before anything was sent is no payload; every other reason may quote one. */
const isOpen = (name: string, { phase }: JsonObject): boolean =>
  OPEN_FIELDS.has(name) || (name === 'reason' && typeof phase === 'string' && isPayloadFree({ phase }));

const maskField = (name: string, value: Json, line: JsonObject): Json => {
  if (!isOpen(name, line)) return MASK;
  return typeof value === 'string' && name === 'message' ? maskQueries(value) : value;
};

/** A line of a runner's log for somebody without `payload:read` (F1.1). */
export const maskLogLine = <T extends JsonObject>(line: T): T =>
  Object.fromEntries(Object.entries(line).map(([name, value]) => [name, maskField(name, value, line)])) as T;
