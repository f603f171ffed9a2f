/** Common Test Report Format (ctrf.io), specification 0.0.x and 1.0. */
import type { ToolAttachment, ToolCase } from '#core/acts/tool';
import { fieldOf, isJsonObject } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import type { Verdict } from '#core/words';
import {
  UnreadableReport,
  listAt,
  numberOf,
  objectAt,
  parseJson,
  textAt,
  textOf,
  toolCase,
} from '#engines/tool/report';

const VERDICTS: { readonly [status: string]: Verdict } = {
  passed: 'passed',
  failed: 'failed',
  skipped: 'skipped',
  pending: 'skipped',
  other: 'errored',
};

/** A text with `>` or ` / ` between the names in early versions, a list later. */
const suiteOf = (test: JsonObject): readonly string[] => {
  const suite = fieldOf(test, 'suite');
  if (typeof suite === 'string') return suite === '' ? [] : suite.split(/ (?:>|\/) /u);
  return Array.isArray(suite) ? suite.filter((part): part is string => typeof part === 'string') : [];
};

const attachmentsOf = (test: JsonObject): readonly ToolAttachment[] => {
  const list = fieldOf(test, 'attachments');
  if (!Array.isArray(list)) return [];
  return (list as readonly Json[]).filter(isJsonObject).flatMap((item) => {
    const path = textOf(item, 'path');
    const contentType = textOf(item, 'contentType');
    if (path === undefined) return [];
    return [{ name: textOf(item, 'name') ?? path, path, ...(contentType === undefined ? {} : { contentType }) }];
  });
};

const caseOf = (value: Json, at: number): ToolCase => {
  const where = `/results/tests/${String(at)}`;
  const test = objectAt(value, where);
  const status = textAt(test, 'status', where);
  const verdict = Object.hasOwn(VERDICTS, status) ? VERDICTS[status] : undefined;
  if (verdict === undefined) {
    const known = Object.keys(VERDICTS).join(', ');
    throw new UnreadableReport(
      `expected one of ${known} at ${where}/status of the report, got ${status.slice(0, 100)}`,
    );
  }
  const [file, line] = [textOf(test, 'filePath'), numberOf(test, 'line')];
  const other = status === 'other' ? `the tool says "${textOf(test, 'rawStatus') ?? 'other'}"` : undefined;
  return toolCase({
    name: textAt(test, 'name', where),
    suite: suiteOf(test),
    verdict,
    durationMs: numberOf(test, 'duration'),
    message: textOf(test, 'message') ?? other,
    detail: textOf(test, 'trace'),
    flaky: verdict === 'passed' && fieldOf(test, 'flaky') === true,
    place: file === undefined ? undefined : `${file}${line === undefined ? '' : `:${String(line)}`}`,
    attachments: attachmentsOf(test),
  });
};

/** @throws UnreadableReport also when the summary counts more failures than tests tell */
export const readCtrf = (text: string): readonly ToolCase[] => {
  const results = objectAt(fieldOf(objectAt(parseJson(text), ''), 'results'), '/results');
  const cases = listAt(fieldOf(results, 'tests'), '/results/tests').map(caseOf);
  const summary = fieldOf(results, 'summary');
  const stated = isJsonObject(summary) ? (numberOf(summary, 'failed') ?? 0) : 0;
  const failed = cases.filter(({ verdict }) => verdict === 'failed').length;
  if (stated > failed)
    throw new UnreadableReport(`expected ${String(stated)} failed tests, as the summary counts, got ${String(failed)}`);
  return cases;
};
