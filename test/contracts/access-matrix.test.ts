/**
 * docs/access-matrix.md is made here from the role matrix and the contract; `UPDATE_GOLDEN=1` rewrites it. The routes that each role may
 * call are counted once more by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';

import {
  accessReader,
  accessWriter,
  catalogReader,
  catalogWriter,
  qualityReader,
  qualityWriter,
  runsReader,
  runsWriter,
  systemReader,
} from '#contracts/generated/routes';
import type { Route } from '#contracts/route';
import { mayDo, RIGHTS } from '#core/role-matrix';
import { ROLES } from '#core/words';

const file = new URL('../../docs/access-matrix.md', import.meta.url);
const routes: readonly Route[] = [
  ...runsWriter,
  ...runsReader,
  ...catalogWriter,
  ...catalogReader,
  ...accessWriter,
  ...accessReader,
  ...qualityReader,
  ...qualityWriter,
  ...systemReader,
];

const mark = (may: boolean): string => (may ? 'yes' : '-');
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const ruler = (first: number): string =>
  row([...Array.from({ length: first }, () => '---'), ...ROLES.map(() => '---')]);

const matrix = (): string =>
  [
    '# Who may do what',
    '',
    'Made from `layers/core/role-matrix.ts` and `layers/contracts/openapi.json`; a test holds it equal (`UPDATE_GOLDEN=1` rewrites it). What is not',
    'here is denied. A role may do all that the weaker ones may. The deploy gives a token its tenant',
    '([ADR 11](adr/0011-tokens-belong-to-tenants-by-deploy.md)), a trust rule of that tenant its role and services (`projects`).',
    '',
    'No role brings `payload:read`, the right to see bodies, recordings and attachments: a trust rule gives it with `payloadRead`. Without it they are',
    'masked.',
    '',
    'Where several rules match a caller, what they give is added up: in each project a caller may do what any of the rules allows there, and sees',
    'payloads where any of them grants it. So a rule that is added never takes away what another one gave. Managing access is the exception: the',
    'strongest rule alone says whose access one may manage, because an owner of one project who is admin of all is not owner of all.',
    '`assay doctor` and `GET /access/whoami` show what came together.',
    '',
    '## Rights',
    '',
    row(['right', ...ROLES]),
    ruler(1),
    ...RIGHTS.map((right) => row([`\`${right}\``, ...ROLES.map((role) => mark(mayDo(role, right)))])),
    '',
    '## Routes',
    '',
    row(['route', 'right', ...ROLES]),
    ruler(2),
    ...routes.map(({ method, path, right }) =>
      row([
        `\`${method} ${path}\``,
        `\`${right}\``,
        ...ROLES.map((role) => (right === 'public' ? 'anybody' : mark(mayDo(role, right)))),
      ]),
    ),
    '',
  ].join('\n');

test('F1: docs/access-matrix.md says what the matrix says', () => {
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, matrix());

  expect(readFileSync(file, 'utf8')).toBe(matrix());
});

test('every route names a right that the matrix knows', () => {
  const known = new Set<string>([...RIGHTS, 'public']);

  expect(routes.filter(({ right }) => !known.has(right))).toEqual([]);
});

test('F1: what each role may call, by hand', () => {
  const reading = routes
    .filter(({ method, right }) => method === 'GET' && right !== 'public')
    .map(({ operationId }) => operationId);
  const starting = ['submitRun', 'cancelRun', 'rerunRun'];
  const writing = ['putService', 'putSuite', 'putEnvironment', 'createUpload', 'decideFinding'];
  const managing = ['addTrustRule', 'removeTrustRule'];
  const expected: { readonly [role: string]: readonly string[] } = {
    viewer: reading,
    executor: [...reading, ...starting],
    editor: [...reading, ...starting, ...writing],
    approver: [...reading, ...starting, ...writing],
    admin: [...reading, ...starting, ...writing, ...managing],
    owner: [...reading, ...starting, ...writing, ...managing],
  };

  for (const role of ROLES) {
    const may = routes.filter(({ right }) => mayDo(role, right)).map(({ operationId }) => operationId);
    expect([role, [...may].sort()]).toEqual([role, [...(expected[role] ?? [])].sort()]);
  }
});
