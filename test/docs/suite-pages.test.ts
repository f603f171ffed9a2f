/** Every example of the pages about suites is linted and run against scripted answers: all its cases pass, without a warning. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { formatFileProblem, parseSuiteFile } from '#engines/suite-file/parse-suite';
import { manualClock } from '../engines/functional/manual-clock.ts';
import { runAtRoot } from '../engines/functional/run-scripted.ts';
import { readerOf } from '../engines/suite-file/suite-text.ts';
import { PAGES, examplesOf } from './examples.ts';
import type { Example } from './examples.ts';
import { SCRIPTS, replyFrom } from './scripts.ts';

const examples = PAGES.flatMap(examplesOf);
const ENVIRONMENT = {
  name: 'test',
  targets: { default: 'https://api.test' },
  variables: { customer: 'ann', tenant: 'acme', limit: 3 },
  secrets: { password: { ref: 'shop/pw', hosts: ['api.test'] }, apiKey: { ref: 'shop/key', hosts: ['api.test'] } },
};

const parse = ({ id, text, page, line }: Example) =>
  parseSuiteFile(text, `${page}:${String(line)}`, { readFile: readerOf(SCRIPTS[id]?.files ?? {}) });

test('every block of YAML has an id and a script of answers, and every script a block', () => {
  expect(examples.map(({ id }) => id).sort()).toEqual(Object.keys(SCRIPTS).sort());
});

describe('an example', () => {
  test.each(examples.map((example) => [example.id, example] as const))(
    '%s has no problem and no warning',
    (_id, example) => {
      const { problems, warnings } = parse(example);

      expect([...problems, ...warnings].map(formatFileProblem)).toEqual([]);
    },
  );

  test.each(examples.map((example) => [example.id, example] as const))(
    '%s runs, and all of it passes',
    async (id, example) => {
      const script = SCRIPTS[id];
      const { suite } = parse(example);
      if (suite === undefined || script === undefined) throw new Error(`${id} cannot be read`);
      const clock = manualClock();
      let isOver = false;
      const moving = async (): Promise<void> => {
        for (let turn = 0; turn < 200 && !isOver; turn += 1) await clock.advance(script.moves ?? 10);
      };
      const running = runAtRoot(suite, replyFrom(script), {
        clock,
        job: { environment: ENVIRONMENT },
        secrets: { 'shop/pw': 'pw-very-secret-1', 'shop/key': 'k-very-secret-1' },
        ...(script.ports === undefined ? {} : { ports: script.ports }),
      }).finally(() => {
        isOver = true;
      });
      await moving();
      const ran = await running;
      const results = [...ran.results.values()];

      expect(
        results
          .filter(({ verdict, warnings }) => verdict !== 'passed' || warnings.length > 0)
          .map(({ case: name, tries, because, warnings }) => [
            name,
            tries.at(-1)?.failure?.message ?? because?.reason,
            warnings,
          ]),
      ).toEqual([]);
      expect(new Set(results.map((result) => result.case))).toEqual(new Set(suite.cases.map((item) => item.id)));
    },
  );
});

test('links between the pages lead somewhere', async () => {
  const { readFile } = await import('node:fs/promises');
  const docs = path.resolve(import.meta.dirname, '../../docs');
  for (const page of PAGES) {
    const text = await readFile(path.join(docs, page), 'utf8');
    for (const [, link = ''] of text.matchAll(/\]\(([^)#:]+\.md)[^)]*\)/gu))
      expect([page, link, existsSync(path.join(docs, path.dirname(page), link))]).toEqual([page, link, true]);
  }
});
