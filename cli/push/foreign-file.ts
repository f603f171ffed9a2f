/** Files in the folder of suites that have fields like ours and are none of ours: told once and left out. */
import { isJsonObject } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';

/** Our own reports begin with this. They may be longer than a suite can be, so they are told by their beginning. */
const REPORT = /^\uFEFF?\s*\{\s*"schema"\s*:\s*"assay\/([a-z-]{1,40})\/v\d{1,4}"/u;

const reportWords = (name: string): string =>
  name === 'test-report' ? 'a report of `assay test`' : `a file that assay wrote (${name})`;

/** Read only for its fields at the top: beyond this nobody keeps JSON beside suites. */
const JSON_CHARACTERS_MAX = 64 * 1024 * 1024;

/** What a case may do or have; a list of cases without any of them is a list of something else. */
const CASE_FIELDS = ['request', 'receive', 'publish', 'consume', 'checks', 'captures', 'dependsOn'];
const SERVICE_FIELDS = new Set([
  'owner',
  'team',
  'contact',
  'tier',
  'exposure',
  'repository',
  'defaultEnvironment',
  '$schema',
  'name',
  'version',
]);

const hasCaseFields = (item: Json): boolean =>
  isJsonObject(item) && Object.keys(item).some((field) => CASE_FIELDS.includes(field));

/** What a file is by its first characters, as `a report of …`; undefined when they do not tell. */
export const foreignBeginning = (text: string): string | undefined => {
  const name = REPORT.exec(text.slice(0, 1000))?.[1];
  return name === undefined ? undefined : reportWords(name);
};

/** What an object is that has fields like ours, when it is certainly no suite, environment or service. */
export const foreignObject = (value: JsonObject): string | undefined => {
  const has = (field: string): boolean => Object.hasOwn(value, field);
  if (has('runId') && !has('suite') && !has('cases')) return 'an answer about a run';
  if (has('operations') && has('files') && has('remarks')) return 'what `assay init --json` printed';
  if (has('suite') || has('targets')) return undefined;
  if (has('cases')) {
    const { cases } = value;
    const isOurs =
      has('service') || has('capability') || !Array.isArray(cases) || cases.length === 0 || cases.some(hasCaseFields);
    return isOurs ? undefined : 'a list of cases without requests and checks';
  }
  const others = Object.keys(value).filter((field) => field !== 'service');
  return has('service') && others.length > 0 && !others.some((field) => SERVICE_FIELDS.has(field))
    ? 'a file about a service of another tool'
    : undefined;
};

/** Whether a text that cannot be read as a suite is JSON without a field of ours at the top: dumps and recordings are long. */
export const isForeignJson = (text: string): boolean => {
  if (!/^\uFEFF?\s*[[{]/u.test(text) || text.length > JSON_CHARACTERS_MAX) return false;
  try {
    const value = JSON.parse(text) as Json;
    return (
      !isJsonObject(value) ||
      !['suite', 'cases', 'targets', 'service', 'owner', 'fragments'].some((field) => Object.hasOwn(value, field))
    );
  } catch {
    return false;
  }
};
