import type { Run } from '#core/run';

/** What log lines about a run say of it (G7): its trace, what kind of suites it has, and the spec it is judged against. */
export const runLogFields = ({ traceId, suiteTypes }: Pick<Run, 'traceId' | 'suiteTypes'>) => ({
  trace_id: traceId,
  suite_type: suiteTypes === undefined ? null : suiteTypes.join(','),
  // Until specs are stored there is none to name; the field is there so that readers need no exception.
  spec_hash: null,
});
