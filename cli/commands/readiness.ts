import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isJsonObject } from '#core/json-types';
import { scoreReadiness, type Checklist, type ReadinessCase, type ReadinessReport } from '#core/readiness';
import { readinessMarkup, readinessText } from '#core/readiness-text';
import type { Json } from '#core/units';
import { readChecklist } from '#engines/data-quality/read-checklist';
import { CliFailure, fileFailure, usageFailure } from '../cli-failure.ts';
import {
  makeContext,
  withCommonFlags,
  withExamples,
  type CommandContext,
  type CommonFlags,
  type Outcome,
} from '../command-context.ts';
import { EXIT } from '../exit-codes.ts';
import type { Register } from '../run-cli.ts';

interface ReadinessFlags extends CommonFlags {
  readonly html?: string;
}

const readText = async ({ world }: CommandContext, file: string): Promise<string> => {
  try {
    return await readFile(path.resolve(world.cwd, file), 'utf8');
  } catch (error) {
    throw fileFailure('read', file, error);
  }
};

const checklistIn = async (context: CommandContext, file: string): Promise<Checklist> => {
  const { checklist, problems } = readChecklist(await readText(context, file));
  if (checklist !== undefined) return checklist;
  const pointers = problems.map((problem) => {
    const at = problem.startsWith('/') ? problem.indexOf(': ') : -1;
    return at < 0
      ? { pointer: '/', reason: problem }
      : { pointer: problem.slice(0, at), reason: problem.slice(at + 2) };
  });
  throw new CliFailure(EXIT.usage, 'usage', `${file} is no checklist`, { pointers });
};

const isCase = (value: Json): boolean =>
  isJsonObject(value) &&
  ['suite', 'case', 'verdict'].every((name) => typeof value[name] === 'string') &&
  Array.isArray(value['tags']) &&
  Array.isArray(value['warnings']);

const resultsIn = async (context: CommandContext, file: string): Promise<readonly ReadinessCase[]> => {
  const text = await readText(context, file);
  let report: Json;
  try {
    report = JSON.parse(text) as Json;
  } catch {
    throw usageFailure(`expected a report of assay test --json in ${file}, got no JSON`);
  }
  const results = isJsonObject(report) ? report['results'] : undefined;
  if (!Array.isArray(results) || !results.every((one) => isCase(one as Json)))
    throw usageFailure(`expected a report of assay test --json in ${file}, got another JSON`);
  return results as readonly ReadinessCase[];
};

const page = (report: ReadinessReport): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Readiness</title><style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem}
table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:600}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #8886;overflow-wrap:anywhere}
th[scope=row]{font-weight:400}.fail td:first-child,.skip td:first-child{font-weight:700}</style></head>
<body><main>
${readinessMarkup(report)}
</main></body></html>
`;

const readiness = async (context: CommandContext, names: readonly string[], flags: ReadinessFlags): Outcome => {
  const [file = '', ...reports] = names;
  const checklist = await checklistIn(context, file);
  const results: ReadinessCase[] = [];
  for (const one of reports) results.push(...(await resultsIn(context, one)));
  const report = scoreReadiness(checklist, results, context.world.nowMs());
  if (flags.html !== undefined) {
    try {
      await writeFile(path.resolve(context.world.cwd, flags.html), page(report));
    } catch (error) {
      throw fileFailure('write', flags.html, error);
    }
  }
  if (context.json) context.outJson(report);
  else context.out(readinessText(report));
  return report.verdict === 'ready' ? EXIT.ok : EXIT.gateShut;
};

/** `assay readiness` */
export const addReadiness: Register = (program, world, finish) => {
  const command = program
    .command('readiness')
    .description('Score a readiness checklist with the reports of test runs. Exit code 1 when the score is too low.')
    .argument('<checklist>', 'checklist file, YAML or JSON')
    .argument('[reports...]', 'reports that assay test --json wrote')
    .option('--html <file>', 'write a page with the result');
  withExamples(withCommonFlags(command), [
    ['assay readiness readiness.yaml report.json', 'with one report'],
    ['assay readiness readiness.yaml a.json b.json --json', 'with two, as JSON'],
  ]).action((checklist: string, reports: readonly string[], flags: ReadinessFlags) =>
    finish(readiness(makeContext(world, flags), [checklist, ...reports], flags)),
  );
};
