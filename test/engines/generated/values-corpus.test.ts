/** Values for the schemas of public documents, judged by ajv with the document's own schemas. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Json } from '#core/units';
import { openContract } from '#engines/contract/open-contract';
import { selfContained } from '#engines/contract/schema-view';
import type { SchemaView } from '#engines/contract/model';
import { seededRandomAt } from '#engines/data/seeded-random';
import { schemaJudge } from '#engines/generated/schema-judge';
import { makeValue } from '#engines/generated/values/make-value';
import { variationsOf } from '#engines/generated/values/variations';
import { referee } from './drawn-schemas.ts';

describe('the corpus of public documents', () => {
  const folder = path.resolve(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'openapi-corpus');
  const PER_DOCUMENT = 2;

  const viewsOf = (file: string): readonly SchemaView[] => {
    const { operations, webhooks } = openContract(JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Json);
    const all = [...operations, ...webhooks].flatMap((one) => [
      ...one.parameters.flatMap(({ schema }) => schema ?? []),
      ...(one.requestBody?.content ?? []).flatMap(({ schema }) => schema ?? []),
    ]);
    const step = Math.max(1, Math.floor(all.length / PER_DOCUMENT));
    return all.filter((_, at) => at % step === 0).slice(0, PER_DOCUMENT);
  };

  test('has valid values for every schema, and invalid ones that are invalid', () => {
    if (!existsSync(folder)) {
      process.stderr.write('no openapi-corpus beside the project: nothing to compare with\n');
      return;
    }
    const index = JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')) as readonly {
      readonly file: string;
    }[];
    const none: string[] = [];
    let invalid = 0;
    for (const { file } of index) {
      for (const view of viewsOf(file)) {
        const judge = schemaJudge(view.root);
        const schema = judge.viewOf(view.schema);
        const value = makeValue({ source: judge, random: seededRandomAt('1', view.pointer), fullness: 'full' }, schema);
        if (value === undefined) none.push(`${file} ${view.pointer}`);
        const broken = variationsOf(judge, schema, seededRandomAt('1', view.pointer)).filter(({ isValid }) => !isValid);
        // The document's own schema says so too, whatever was left out of it for requests.
        const validate = referee().compile(selfContained(view));
        expect(
          broken
            .slice(0, 40)
            .filter((one) => validate(one.value))
            .map(({ words }) => words),
        ).toEqual([]);
        invalid += broken.length;
      }
    }
    expect(none).toEqual([]);
    expect(invalid).toBeGreaterThan(800);
  }, 120_000);
});
