import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { scoreReadiness } from '#core/readiness';
import { readChecklist } from '#engines/data-quality/read-checklist';

const folder = path.resolve(import.meta.dirname, '../../examples/readiness');
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));

test('there are five templates', () => {
  expect(files).toEqual([
    'post-promotion.yaml',
    'production.yaml',
    'promotion.yaml',
    'release.yaml',
    'service-onboarding.yaml',
  ]);
});

test.each(files)('%s is a checklist, and not ready before anybody has looked', (file) => {
  const { checklist, problems } = readChecklist(readFileSync(path.join(folder, file), 'utf8'));

  expect(problems).toEqual([]);
  if (checklist === undefined) throw new Error('expected a checklist');
  expect(scoreReadiness(checklist, [], 0)).toMatchObject({ verdict: 'not-ready', score: 0 });
});
