/**
 * Each alarm has its runbook and each runbook its alarm; what runbooks tell people to type is valid shell, asks for things that exist, and
 * filters for log messages that the code really writes.
 */
import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { METRICS } from '#core/metric-names';
import { NAMES } from './published-names.ts';
import { resourcesOf, ROOT, stackOf } from './synthesized.ts';

const FOLDER = join(ROOT, 'docs', 'runbooks');
const alarmIds = resourcesOf(stackOf('prod', 'Ops'), 'AWS::CloudWatch::Alarm').map(([, { Properties }]) =>
  String(Properties['AlarmName']).replace('assay-prod-', ''),
);
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.md'));
const runbooks = files.filter((file) => file !== 'README.md');
const textOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');
const source = globSync(['layers/**/*.ts', 'functions/**/*.ts', 'runner/**/*.ts'], { cwd: ROOT })
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .join('\n');

const HEADINGS = ['Meaning', 'Impact', 'First 5 minutes', 'Diagnose', 'Fix', 'Verify', 'Evidence to keep', 'Escalate'];
const blocksOf = (file: string): readonly string[] =>
  [...textOf(file).matchAll(/^( *)```sh\n([\s\S]*?)^\1```$/gm)].map((match) =>
    (match[2] ?? '').replaceAll(new RegExp(`^${match[1] ?? ''}`, 'gm'), ''),
  );
const commandsOf = (file: string): string =>
  [...blocksOf(file), ...[...textOf(file).matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '')].join('\n');
const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

test('runbooks and alarms name each other', () => {
  expect(runbooks.map((file) => file.replace('.md', '')).sort()).toEqual([...alarmIds].sort());
});

test('the overview lists every runbook with the severity of its alarm', () => {
  const readme = textOf('README.md').replaceAll(/ +\|/g, ' |');

  for (const [, { Properties }] of resourcesOf(stackOf('prod', 'Ops'), 'AWS::CloudWatch::Alarm')) {
    const id = String(Properties['AlarmName']).replace('assay-prod-', '');
    const severity = /^\[(\w+)\]/.exec(String(Properties['AlarmDescription']))?.[1] ?? '';

    expect(readme).toContain(`| [${id}](${id}.md) | ${severity} |`);
  }
});

describe.each(runbooks)('%s', (file) => {
  test('has the headings that people look for at night, in their order', () => {
    expect(all(textOf(file), /^## (.+)$/gm)).toEqual(HEADINGS);
    expect(textOf(file).split('\n')[0]).toBe(`# ${file.replace('.md', '')}`);
  });

  test('gives commands to diagnose and to verify with', () => {
    const section = (name: string) => textOf(file).split(`## ${name}\n`)[1]?.split('\n## ')[0] ?? '';

    for (const name of ['First 5 minutes', 'Diagnose', 'Verify']) {
      expect([name, /aws |assay |insights |own_metric |first (command|loop)/.test(section(name))]).toEqual([
        name,
        true,
      ]);
    }
  });
});

describe.each(files)('the commands of %s', (file) => {
  test('are valid shell', () => {
    for (const block of blocksOf(file))
      expect(() => execFileSync('sh', ['-n'], { input: block, stdio: ['pipe', 'pipe', 'pipe'] })).not.toThrow();
  });

  test('ask for names that stacks publish', () => {
    for (const name of all(commandsOf(file), /\bname_of ([a-z]+\/[a-z-]+)/g)) expect(NAMES).toContain(name);
  });

  test('look at metrics of ours', () => {
    for (const metric of all(commandsOf(file), /\bown_metric (\w+)/g).concat(
      all(commandsOf(file), /--namespace Assay --metric-name (\w+)/g),
    )) {
      expect(Object.values(METRICS)).toContain(metric);
    }
  });

  test('use commands that assay has', () => {
    for (const command of all(commandsOf(file), /(?:^|[\s;])assay ([a-z]+)\b/gm)) {
      expect([command, existsSync(join(ROOT, 'cli', 'commands', `${command}.ts`))]).toEqual([command, true]);
    }
  });

  test('query logs with commands that Logs Insights knows, for messages that the code writes', () => {
    for (const query of all(commandsOf(file), /\binsights '([^'<]+)'/g)) {
      for (const stage of query.split(/ \| /))
        expect(stage).toMatch(/^(filter|stats|fields|sort|limit|parse|dedup) \S/);
      for (const message of all(query, /message = "([^"]+)"/g))
        expect([message, source.includes(`'${message}'`)]).toEqual([message, true]);
    }
  });

  test('link to files that are there', () => {
    for (const link of all(textOf(file), /\]\(([\w-]+\.md)\)/g))
      expect([link, existsSync(join(FOLDER, link))]).toEqual([link, true]);
  });
});
