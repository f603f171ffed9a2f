import { setTimeout as pause } from 'node:timers/promises';
import { CREATURES, creature, LANGUAGES, nameOf, SKILLS, skillName, type Language } from './creatures.ts';
import type { FaultName } from './faults.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: { readonly [name: string]: string };
}

/** What the API remembers: faults, and who drew how often. */
export interface World {
  readonly faults: Set<FaultName>;
  readonly draws: Map<string, number>;
  answers: number;
  dailyAsked: number;
}

export interface Call {
  readonly world: World;
  readonly url: URL;
  readonly header: (name: string) => string | undefined;
}

const problem = (status: number, title: string, headers: { readonly [name: string]: string } = {}): Answer => ({
  status,
  body: { type: 'about:blank', title, status },
  headers: { 'content-type': 'application/problem+json', ...headers },
});

const notFound = problem(404, 'there is nothing here');

/** A whole number of the query within bounds; undefined when it is none. */
const whole = (text: string | null, otherwise: number, min: number, max: number): number | undefined => {
  if (text === null) return otherwise;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
};

/** Where the next page begins; undefined after the last. */
const nextOffset = (offset: number, limit: number, faults: World['faults']): number | undefined => {
  if (faults.has('page-loop') && offset >= 2 * limit) return limit;
  return offset + limit < CREATURES ? offset + limit : undefined;
};

const idsOf = (offset: number, limit: number, faults: World['faults']): number[] => {
  const from = faults.has('page-twice') && offset > 0 ? offset - 1 : offset;
  const ids = Array.from({ length: Math.max(0, Math.min(CREATURES, from + limit) - from) }, (_, at) => from + at + 1);
  return faults.has('page-gap') ? ids.filter((id) => id !== 13) : ids;
};

const list = ({ world: { faults }, url }: Call): Answer => {
  const asked = whole(url.searchParams.get('limit'), 20, 1, 50);
  const offset = whole(url.searchParams.get('offset'), 0, 0, 100_000);
  if (asked === undefined || offset === undefined)
    return problem(400, 'expected limit from 1 to 50 and offset from 0, as whole numbers');
  const limit = faults.has('page-size-ignored') ? 20 : asked;
  const after = nextOffset(offset, limit, faults);
  const at = (start: number): string => `/api/v1/creatures?offset=${String(start)}&limit=${String(asked)}`;
  const next = after === undefined ? null : at(after);
  return {
    status: 200,
    headers: next === null ? {} : { link: `<${next}>; rel="next"` },
    body: {
      count: CREATURES + (faults.has('total-wrong') && offset > 0 ? 1 : 0),
      next,
      previous: offset === 0 ? null : at(Math.max(0, offset - asked)),
      results: idsOf(offset, limit, faults).map((id) => ({
        id,
        name: nameOf(id),
        url: `/api/v1/creatures/${String(id)}`,
      })),
    },
  };
};

const changed = (id: number, faults: World['faults']): unknown => {
  const { habitat, weight, ...rest } = creature(id);
  const dangling =
    faults.has('skill-dangling') && id === 5 ? [{ id: 99, url: '/api/v1/skills/99', hidden: false }] : [];
  const strange = faults.has('kind-undeclared') && id === 9 ? [{ slot: 3, kind: 'void' }] : [];
  const heavier = faults.has('values-changed') && id === 7 ? Number(weight) + 5 : weight;
  return {
    ...rest,
    height: rest.height + (faults.has('rounding') ? 0.001 : 0),
    weight: faults.has('weight-as-text') ? String(heavier) : heavier,
    ...(faults.has('field-gone') ? {} : { habitat }),
    kinds: [...rest.kinds, ...strange],
    skills: [...rest.skills, ...dangling],
    ...(faults.has('field-came') ? { pastStats: [] } : {}),
  };
};

const one = async ({ world: { faults }, url }: Call): Promise<Answer> => {
  const id = Number(/(\d{1,6})$/.exec(url.pathname)?.[1] ?? 0);
  if (id < 1 || id > CREATURES) return notFound;
  if (faults.has('slow')) await pause(400);
  return { status: 200, body: changed(id, faults) };
};

const skills = (): Answer => ({
  status: 200,
  body: Array.from({ length: SKILLS }, (_, at) => ({ id: at + 1, url: `/api/v1/skills/${String(at + 1)}` })),
});

const languageOf = ({ header, world }: Call): Language => {
  const wanted = (header('accept-language') ?? 'en').slice(0, 2).toLowerCase();
  if (world.faults.has('language-missing') && wanted === 'fr') return 'en';
  return LANGUAGES.find((language) => language === wanted) ?? 'en';
};

const skill = (call: Call): Answer => {
  const id = Number(/(\d{1,6})$/.exec(call.url.pathname)?.[1] ?? 0);
  if (id < 1 || id > SKILLS) return notFound;
  const language = languageOf(call);
  const name = call.world.faults.has('null-names') && id % 2 === 0 ? null : skillName(id, language);
  return { status: 200, body: { id, name }, headers: { 'content-language': language, vary: 'accept-language' } };
};

/** The creature of the day: what one retries. */
const daily = ({ world }: Call): Answer => {
  world.dailyAsked += 1;
  if (world.faults.has('always-503') || (world.faults.has('flaky-503') && world.dailyAsked === 1))
    return problem(503, 'no creature at the moment', { 'retry-after': '0' });
  return { status: 200, body: changed(7, world.faults) };
};

export const DRAWS_MAX = 3;

/** A creature by lot: three for each client, then one has to wait. */
const draw = ({ world, header }: Call): Answer => {
  const client = header('x-client') ?? 'nobody';
  const drawn = (world.draws.get(client) ?? 0) + 1;
  world.draws.set(client, drawn);
  const limit = { 'ratelimit-limit': String(DRAWS_MAX), 'ratelimit-remaining': String(Math.max(0, DRAWS_MAX - drawn)) };
  if (drawn > DRAWS_MAX && !world.faults.has('no-limit'))
    return problem(
      429,
      'enough for now',
      world.faults.has('limit-without-wait') ? limit : { ...limit, 'retry-after': '60' },
    );
  return { status: 200, body: changed(1 + (drawn % CREATURES), world.faults), headers: limit };
};

interface Route {
  readonly path: RegExp;
  readonly answer: (call: Call) => Answer | Promise<Answer>;
}

const ROUTES: readonly Route[] = [
  { path: /^\/healthz$/, answer: () => ({ status: 200, body: { status: 'ok' } }) },
  { path: /^\/api\/v1\/creatures$/, answer: list },
  { path: /^\/api\/v1\/creatures\/daily$/, answer: daily },
  { path: /^\/api\/v1\/creatures\/draw$/, answer: draw },
  { path: /^\/api\/v1\/creatures\/\d{1,6}$/, answer: one },
  { path: /^\/api\/v1\/skills$/, answer: skills },
  { path: /^\/api\/v1\/skills\/\d{1,6}$/, answer: skill },
];

export const answerFor = async (method: string, call: Call): Promise<Answer> => {
  const route = ROUTES.find(({ path }) => path.test(call.url.pathname));
  if (route === undefined) return notFound;
  if (method !== 'GET' && method !== 'HEAD') return problem(405, 'expected GET', { allow: 'GET, HEAD' });
  call.world.answers += 1;
  if (call.world.faults.has('errors-under-load') && call.world.answers % 10 === 0)
    return problem(500, 'something went wrong here');
  return route.answer(call);
};
