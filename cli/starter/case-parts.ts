import type { CaseDefinition, Check, RequestTemplate } from '#core/suite';
import { schemaProblem } from '#engines/functional/schema-checks';
import type { Json } from '#core/units';
import type { ApiDocument } from './document.ts';
import { statusCheck, type Status } from './expected-status.ts';
import { isSafe, type Operation } from './operations.ts';
import { safeText } from './sample.ts';
import { responseSchema } from './response-schema.ts';

/** A case with what people are told about it in the file. */
export interface StarterCase {
  readonly definition: CaseDefinition;
  readonly operation?: Operation;
  /** Lines above the case. */
  readonly comment?: string;
  /** Smaller goes first when not everything fits. */
  readonly rank: number;
}

export type Kind = 'positive' | 'negative' | 'boundary';

export const operationTitle = (operation: Operation): string => {
  const summary = safeText(operation.summary ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[.:]+$/, '');
  return (summary === '' ? `${operation.method} ${operation.path}` : summary).slice(0, 140);
};

const title = (operation: Operation, ending: string): string =>
  `${operationTitle(operation)}: ${ending}`
    .replaceAll('{{', '{ {')
    .replaceAll(/[\r\n\u2028\u2029]+/g, ' ')
    .slice(0, 200);

const riskOf = (operation: Operation, kind: Kind, isAboutAccess: boolean): CaseDefinition['risk'] => {
  if (isAboutAccess) return 'critical';
  if (operation.deprecated) return 'low';
  if (kind === 'positive') return isSafe(operation) ? 'medium' : 'high';
  return kind === 'boundary' ? 'low' : 'medium';
};

export interface CaseFacts {
  readonly id: string;
  readonly kind: Kind;
  readonly ending: string;
  readonly request: RequestTemplate;
  readonly statuses: readonly Status[];
  readonly checks?: readonly Check[];
  readonly dependsOn?: readonly string[];
  readonly tags?: readonly string[];
  readonly rank?: number;
  readonly comment?: string;
}

/** Requests that may change something are marked, so that a run can leave them out: `--tag '!writes'`. */
export const makeCase = (operation: Operation, facts: CaseFacts): StarterCase => {
  const { id, kind, ending, request, statuses, checks = [], dependsOn = [], tags = [], rank = 0, comment } = facts;
  const risk = riskOf(operation, kind, tags.includes('access'));
  return {
    rank,
    operation,
    ...(comment === undefined ? {} : { comment }),
    definition: {
      id,
      name: title(operation, ending),
      tags: [
        kind,
        ...(isSafe({ method: request.method }) ? [] : ['writes']),
        ...(operation.deprecated ? ['deprecated'] : []),
        ...tags,
      ],
      ...(risk === undefined ? {} : { risk }),
      ...(dependsOn.length === 0 ? {} : { dependsOn: [...dependsOn] }),
      request,
      checks: [statusCheck(statuses), ...checks],
    },
  };
};

const sameSchema = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** The documented media type and schema of the answers with these statuses, where all of them have the same. */
export const answerChecks = (document: ApiDocument, operation: Operation, statuses: readonly Status[]): Check[] => {
  if (operation.method === 'HEAD') return [];
  const answers = operation.answers.filter(({ status }) =>
    statuses.some((one) => String(one).toUpperCase() === status.toUpperCase()),
  );
  const [first, ...others] = answers;
  if (first === undefined || answers.length !== statuses.length || statuses.includes(204)) return [];
  const checks: Check[] = [];
  if (answers.every((one) => one.hasJson)) checks.push({ header: 'content-type', contains: 'json' });
  for (const header of first.requiredHeaders)
    if (answers.every((one) => one.requiredHeaders.includes(header)) && /^[a-z0-9-]{1,200}$/.test(header))
      checks.push({ header, exists: true });
  if (first.schema === undefined || !others.every((one) => sameSchema(one.schema, first.schema))) return checks;
  const schema = responseSchema(document, first.schema);
  return schema === undefined || schemaProblem(schema) !== undefined ? checks : [...checks, { schema }];
};

/** A request without some of its headers or query parameters; names in lower case. */
export const without = (
  request: RequestTemplate,
  part: 'headers' | 'query',
  names: ReadonlySet<string>,
): RequestTemplate => {
  const { [part]: record, ...rest } = request;
  const kept = Object.entries(record ?? {}).filter(([name]) => !names.has(name.toLowerCase()));
  return kept.length === 0 ? rest : { ...rest, [part]: Object.fromEntries<Json>(kept) };
};
