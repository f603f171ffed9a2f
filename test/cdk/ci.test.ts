/** What CI types is what a person would: the arguments of its synth step are read from the workflow and synthesis runs with them. */
import { expect, test } from '@jest/globals';
import type { Node } from 'constructs';
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readSettings } from '../../cdk/settings.ts';
import { ROOT, runSynthesis } from './synthesized.ts';
import type { Synthesized } from './synthesized.ts';

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
}

const workflow = parse(readFileSync(join(ROOT, '.github', 'workflows', 'ci.yml'), 'utf8')) as Workflow;
const commands = Object.values(workflow.jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));

/** The words of a command as a shell makes them. */
const wordsOf = (command: string): readonly string[] =>
  execFileSync('sh', ['-c', `set -- ${command}\nprintf '%s\\0' "$@"`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);

/** `-c name=value` pairs, as the CDK's command line reads them. */
const contextOf = (command: string): Readonly<Record<string, string>> => {
  const words = wordsOf(command);
  const pairs = words.flatMap((word, at) => (words[at - 1] === '-c' ? [word] : []));
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
};

const synthSteps = commands.filter((command) => command.startsWith('npm run synth'));

test('CI synthesizes stage prod once', () => {
  expect(synthSteps.map((command) => contextOf(command)['stage'])).toEqual(['prod']);
});

test('the context of the synth step is one that a deploy of prod takes, and all stacks come of it', () => {
  const context = contextOf(synthSteps[0] ?? '');
  const { owners } = readSettings({ tryGetContext: (key: string): unknown => context[key] } as unknown as Node);
  const { stacks } = JSON.parse(runSynthesis(context)) as Synthesized;

  expect(owners).toHaveLength(1);
  expect(Object.keys(stacks).sort()).toEqual(['Network', 'Ops', 'Plane', 'Records']);
});
