import { asText } from '#core/template';
import type { Json } from '#core/units';
import { NOTHING_MADE, REQUEST_PARAMETERS, requestParts, typeProblems } from '#engines/suite-file/ready-parameters';
import type { ReadyFragment } from '#engines/suite-file/ready-parameters';

/** The service says that it is well, and soon enough. */
export const healthFragment: ReadyFragment = {
  description: 'The health endpoint answers as it should, in time.',
  parameters: {
    path: { description: 'The path; /health when absent.', default: '/health' },
    status: { description: 'The status, or a list; 200 when absent.', default: 200 },
    maxMs: { description: 'Milliseconds that it may take; 1000 when absent.', default: 1000 },
    checks: { description: 'Further checks, of the body for example.', default: [] },
    ...REQUEST_PARAMETERS,
  },
  make: (args) => {
    const problems = typeProblems(args, { path: 'text', headers: 'object', checks: 'list' });
    if (problems.length > 0) return { ...NOTHING_MADE, problems };
    const checks = args.get('checks') as readonly Json[];
    const item = {
      id: 'answers',
      name: `GET ${asText(args.get('path') ?? '')} answers in time`.slice(0, 300),
      request: { method: 'GET', path: args.get('path') ?? '', ...requestParts(args) },
      checks: [{ status: args.get('status') ?? 200 }, { timeMs: { '<=': args.get('maxMs') ?? 1000 } }, ...checks],
    };
    return { cases: [item], problems };
  },
};
