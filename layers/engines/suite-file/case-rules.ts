/** What a schema cannot say about a case: expressions, headers, and what does not go with what it does. */
import suiteSchema from '../../contracts/suite.schema.json' with { type: 'json' };
import { isJsonObject, pointerSegment } from '#core/json-types';
import { suggestion } from '#core/nearest-name';
import type { CaseDefinition, Check, Step, SuiteDefinition } from '#core/suite';
import type { JsonObject } from '#core/units';
import { regexProblem } from '#engines/functional/bounded-regex';
import { headerNameProblem } from '#engines/functional/connection-headers';
import { pathProblem } from '#engines/functional/json-path';
import { operatorProblems } from '#engines/functional/operator-problems';
import { schemaProblem } from '#engines/functional/schema-checks';
import type { RuleProblem } from '#engines/suite-file/rule-problem';

export const headerProblems = (headers: object | undefined, pointer: string): RuleProblem[] =>
  Object.keys(headers ?? {}).flatMap((name) => {
    const message = headerNameProblem(name);
    return message === undefined
      ? []
      : [{ code: 'refused-header', pointer: `${pointer}/${pointerSegment(name)}`, message, at: 'key' as const }];
  });

const expression = (text: unknown, problemOf: (text: string) => string | undefined, pointer: string): RuleProblem[] => {
  const message = typeof text === 'string' ? problemOf(text) : undefined;
  return message === undefined ? [] : [{ code: 'bad-expression', pointer, message }];
};

const OPERATOR_SUBJECTS = ['timeMs', 'bodyBytes'] as const;

const checkProblems = (check: Check, pointer: string): RuleProblem[] => {
  const fields = check as unknown as JsonObject;
  const { schema, ...rest } = fields;
  const found = [
    ...operatorProblems(rest, pointer),
    ...OPERATOR_SUBJECTS.flatMap((name) => {
      const operators = fields[name];
      return isJsonObject(operators) ? operatorProblems(operators, `${pointer}/${name}`) : [];
    }),
  ];
  const problems: RuleProblem[] = [
    ...found.map((problem) => ({ ...problem, code: 'bad-expression' })),
    ...expression(fields['at'], pathProblem, `${pointer}/at`),
  ];
  const message = isJsonObject(schema) ? schemaProblem(schema) : undefined;
  return message === undefined
    ? problems
    : [...problems, { code: 'bad-schema', pointer: `${pointer}/schema`, message }];
};

const checksProblems = (checks: readonly Check[] | undefined, pointer: string): RuleProblem[] =>
  (checks ?? []).flatMap((check, at) => checkProblems(check, `${pointer}/${String(at)}`));

const captureProblems = (captures: object | undefined, pointer: string): RuleProblem[] =>
  Object.entries(captures ?? {}).flatMap(([name, capture]) => {
    const { path, regex } = capture as { readonly path?: unknown; readonly regex?: unknown };
    const here = `${pointer}/${name}`;
    return [...expression(path, pathProblem, `${here}/path`), ...expression(regex, regexProblem, `${here}/regex`)];
  });

const stepProblems = (steps: readonly Step[] | undefined, pointer: string): RuleProblem[] =>
  (steps ?? []).flatMap(({ request, checks, captures }, at) => {
    const here = `${pointer}/${String(at)}`;
    return [
      ...headerProblems(request.headers, `${here}/request/headers`),
      ...checksProblems(checks, `${here}/checks`),
      ...captureProblems(captures, `${here}/captures`),
    ];
  });

/** Subjects that only an HTTP answer has. */
const OF_ANSWERS = ['status', 'header', 'timeMs', 'bodyBytes'] as const;
const WORDS = { receive: 'waits for webhooks', publish: 'sends a message', consume: 'takes messages' } as const;

const withoutAnswer = (item: CaseDefinition, pointer: string): RuleProblem[] => {
  const action = (Object.keys(WORDS) as (keyof typeof WORDS)[]).find((name) => item[name] !== undefined);
  if (item.request !== undefined || action === undefined) return [];
  const refuse = (what: string, at: string): RuleProblem => ({
    code: 'no-answer',
    pointer: at,
    message: `expected no ${what} in a case that ${WORDS[action]}: it has no HTTP answer; use "path"`,
    at: 'key',
  });
  const lists: readonly (readonly [string, readonly Check[] | undefined])[] = [
    ['checks', item.checks],
    ['poll/until', item.poll?.until],
    ['receive/where', item.receive?.where],
    ['consume/where', item.consume?.where],
  ];
  const inChecks = lists.flatMap(([name, checks]) =>
    (checks ?? []).flatMap((check, at) =>
      OF_ANSWERS.filter((subject) => Object.hasOwn(check, subject)).map((subject) =>
        refuse(`check of "${subject}"`, `${pointer}/${name}/${String(at)}/${subject}`),
      ),
    ),
  );
  const inCaptures = Object.entries(item.captures ?? {}).flatMap(([name, capture]) =>
    ['status', 'header'].flatMap((subject) =>
      Object.hasOwn(capture, subject)
        ? [refuse(`capture of "${subject}"`, `${pointer}/captures/${name}/${subject}`)]
        : [],
    ),
  );
  const creates = item.creates === undefined ? [] : [refuse('field "creates"', `${pointer}/creates`)];
  return [...inChecks, ...inCaptures, ...creates];
};

/** What a poll does that says nothing else. */
const POLL = suiteSchema.$defs.poll.properties;

const pollProblems = ({ poll }: CaseDefinition, pointer: string): RuleProblem[] => {
  if (poll === undefined) return [];
  const everyMs = poll.everyMs ?? POLL.everyMs.default;
  const deadlineMs = poll.deadlineMs ?? POLL.deadlineMs.default;
  if (!(everyMs > deadlineMs)) return [];
  const message = `expected a deadline of at least the ${String(everyMs)} ms between two requests, got ${String(deadlineMs)}`;
  return [{ code: 'bad-poll', pointer: `${pointer}/poll/deadlineMs`, message }];
};

const webhookProblems = ({ receive }: CaseDefinition, suite: SuiteDefinition, pointer: string): RuleProblem[] => {
  const known = Object.keys(suite.webhooks ?? {});
  if (receive?.webhook === undefined || known.includes(receive.webhook)) return [];
  const message = `expected one of the suite's "webhooks", got "${receive.webhook}"${suggestion(receive.webhook, known)}${known.length === 0 ? ': there are none' : ''}`;
  return [{ code: 'unknown-webhook', pointer: `${pointer}/receive/webhook`, message }];
};

const tokenProblems = ({ token }: CaseDefinition, pointer: string): RuleProblem[] =>
  isJsonObject(token) ? expression(token['expiresIn'], pathProblem, `${pointer}/token/expiresIn`) : [];

/** What is wrong with a case by itself. */
export const caseProblems = (item: CaseDefinition, pointer: string, suite: SuiteDefinition): RuleProblem[] => [
  ...headerProblems(item.request?.headers, `${pointer}/request/headers`),
  ...checksProblems(item.checks, `${pointer}/checks`),
  ...checksProblems(item.poll?.until, `${pointer}/poll/until`),
  ...checksProblems(item.receive?.where, `${pointer}/receive/where`),
  ...checksProblems(item.consume?.where, `${pointer}/consume/where`),
  ...captureProblems(item.captures, `${pointer}/captures`),
  ...stepProblems(item.setup, `${pointer}/setup`),
  ...stepProblems(item.teardown, `${pointer}/teardown`),
  ...(item.creates ?? []).flatMap((resource, at) =>
    headerProblems(resource.delete.headers, `${pointer}/creates/${String(at)}/delete/headers`),
  ),
  ...withoutAnswer(item, pointer),
  ...pollProblems(item, pointer),
  ...webhookProblems(item, suite, pointer),
  ...tokenProblems(item, pointer),
];
