import { describe, expect, test } from '@jest/globals';
import type { ToolDefinition } from '#core/acts/tool';
import { isCredentialName, toolProblems } from '#engines/tool/tool-problems';

const RIGHT: ToolDefinition = {
  command: ['newman', 'run', 'collection.json', '--env-var', 'base=$TARGET_URL'],
  files: {
    'collection.json': '{"item":[{"header":[{"key":"Authorization","value":"Bearer {{token}}"}]}]}',
    'a/b.py': 'password = os.environ["X"]',
  },
  env: { LEVEL: 'debug', AWS_REGION: 'eu-central-1' },
  report: { path: 'out/report.json' },
};

describe('definitions of tools', () => {
  test('a right one has no problem', () => {
    expect(toolProblems(RIGHT, [])).toEqual([]);
  });

  test.each<[Partial<ToolDefinition>, string]>([
    [{ image: `r.example/a@sha256:${'0'.repeat(64)}` }, ''],
    [{ arguments: ['-v'] }, '/arguments'],
    [{ command: ['a', '--password', 'hunter2'] }, '/command/2'],
    [{ command: ['a', '--api-key=hunter2'] }, '/command/1'],
    [{ command: ['a', 'b\0c'] }, '/command/1'],
    [{ files: { '../x': '' } }, '/files/..~1x'],
    [{ files: { '/etc/x': '' } }, '/files/~1etc~1x'],
    [{ files: { 'a\\b': '' } }, '/files/a\\b'],
    [{ files: { 'a//b': '' } }, '/files/a~1~1b'],
    [{ files: { 'a.json': '{"key":"Authorization","value":"Bearer 4f9c2d7e81ab4f9c2d7e81ab0011"}' } }, '/files/a.json'],
    [{ env: { PATH: '/x' } }, '/env/PATH'],
    [{ env: { LD_PRELOAD: '/x.so' } }, '/env/LD_PRELOAD'],
    [{ env: { SERVICE_TOKEN: 'x' } }, '/env/SERVICE_TOKEN'],
    [{ env: { URL: 'http://me:hunter22@api.example/' } }, '/env/URL'],
    [{ report: { path: '../report.xml' } }, '/report/path'],
    [{ report: { path: '' } }, '/report/path'],
  ])('%#: %j', (change, pointer) => {
    expect(toolProblems({ ...RIGHT, ...change }).map((problem) => problem.pointer)).toEqual([pointer]);
  });

  test('names of credentials', () => {
    const names = [
      'AWS_SECRET_ACCESS_KEY',
      'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
      'ECS_CONTAINER_METADATA_URI_V4',
      'ASSAY_URL',
      'GITHUB_TOKEN',
      'db_password',
      'NPM_API_KEY',
    ];
    const others = ['AWS_REGION', 'PATH', 'TOKENS2', 'LEVEL', 'SECRETARY'];

    expect(names.filter((name) => !isCredentialName(name))).toEqual([]);
    expect(others.filter(isCredentialName)).toEqual([]);
  });
});
