/** Whose cloud runs here: records of clouds that live, are busy, or are gone, with issuers on loopback. */
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { findRunningCloud } from '../../local/running-cloud.ts';

let folder: string;
let file: string;
let issuer: Server | undefined;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'assay-record-'));
  file = path.join(folder, 'cloud.json');
  process.env['ASSAY_CLOUD'] = file;
});
afterEach(async () => {
  delete process.env['ASSAY_CLOUD'];
  rmSync(folder, { recursive: true, force: true });
  issuer?.closeAllConnections();
  await new Promise((resolve) => (issuer === undefined ? resolve(undefined) : issuer.close(resolve)));
  issuer = undefined;
});

/** Records a cloud of this process with an issuer that answers so. */
const record = async (answer: RequestListener): Promise<string> => {
  issuer = createServer(answer);
  await new Promise<void>((resolve) => issuer?.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((issuer.address() as AddressInfo).port)}`;
  const cloud = { pid: process.pid, url, endpoint: url, issuer: url, requestToken: 't', tenants: ['local'] };
  writeFileSync(file, JSON.stringify({ ...cloud, startedAt: '2026-11-21T12:00:00Z' }));
  return url;
};

test('a cloud whose issuer answers under its own name is found', async () => {
  const url = await record((request, response) => {
    response.end(JSON.stringify({ issuer: `http://${String(request.headers.host)}` }));
  });

  expect(await findRunningCloud()).toMatchObject({ issuer: url, tenants: ['local'] });
});

test('a cloud that is too busy to answer keeps its record', async () => {
  const url = await record(() => undefined);

  expect(await findRunningCloud(50)).toMatchObject({ issuer: url });
  expect(existsSync(file)).toBe(true);
});

test('the record of a cloud whose place somebody else has taken is removed', async () => {
  await record((_request, response) => {
    response.end(JSON.stringify({ issuer: 'https://somebody.example' }));
  });

  expect(await findRunningCloud()).toBeUndefined();
  expect(existsSync(file)).toBe(false);
});

test('the record of a cloud where nobody listens any more is removed', async () => {
  await record(() => undefined);
  await new Promise((resolve) => issuer?.close(resolve));

  expect(await findRunningCloud()).toBeUndefined();
  expect(existsSync(file)).toBe(false);
});
