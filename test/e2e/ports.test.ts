/**
 * The AWS adapters keep the contracts that the in-memory doubles keep, on the one-machine cloud (AWS_ENDPOINT_URL), in a table and buckets
 * of their own.
 */
import { createHash } from 'node:crypto';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { awsPorts, type AwsPorts } from '#aws/aws-ports';
import { dynamoFindings } from '#aws/dynamo-findings';
import { dynamoHooks } from '#aws/dynamo-hooks';
import { dynamoLedger } from '#aws/dynamo-ledger';
import { dynamoResponses } from '#aws/dynamo-responses';
import { dynamoStructures } from '#aws/dynamo-structures';
import { s3Evidence } from '#aws/s3-evidence';
import { systemClock } from '#aws/system';
import { stepFunctionsTaskToken } from '#aws/task-token';
import { openTable } from '#aws/table';
import { withoutTableAttributes } from '#aws/schema-version';
import type { AuditEntry } from '#ports/access-store';
import { accessContract, auditContract } from '../ports/access-contract.ts';
import { attemptProperties } from '../ports/attempt-properties.ts';
import { blobContract, evidenceContract } from '../ports/blob-contract.ts';
import { catalogContract, durationsContract, suiteBodiesContract } from '../ports/catalog-contract.ts';
import { makeStack, type EmulatedStack } from '../ports/emulated-stack.ts';
import { findingContract } from '../ports/finding-contract.ts';
import { hookContract } from '../ports/hook-contract.ts';
import { ledgerContract } from '../ports/ledger-contract.ts';
import { orchestratorContract } from '../ports/orchestrator-contract.ts';
import { runListContract } from '../ports/run-list-contract.ts';
import { runStoreContract } from '../ports/run-store-contract.ts';
import { newTenant } from '../ports/samples.ts';
import { freezeContract } from '../ports/freeze-contract.ts';
import { sealingContract } from '../ports/sealing-contract.ts';
import { historyContract, structureContract } from '../ports/structure-contract.ts';
import { shardContract } from '../ports/shard-contract.ts';

let stack: EmulatedStack;
let ports: AwsPorts;

beforeAll(async () => {
  const endpointUrl = process.env['AWS_ENDPOINT_URL'];
  if (endpointUrl === undefined || endpointUrl === '')
    throw new Error('AWS_ENDPOINT_URL must name the one-machine cloud, it is not set');
  stack = await makeStack(endpointUrl);
  ports = awsPorts(stack.config);
});

const open = () => ({ runs: ports.runs, catalog: ports.catalog });
const T_DAY = '2025-10-09';

runStoreContract('DynamoDB', open);
shardContract('DynamoDB', open);
freezeContract('DynamoDB', open);
sealingContract('DynamoDB', open);
attemptProperties('DynamoDB', open);
runListContract('DynamoDB', open);
catalogContract('DynamoDB', () => ports.catalog);
hookContract('DynamoDB', () => dynamoHooks(stack.config));
ledgerContract('DynamoDB', () => ({ left: dynamoLedger(stack.config, systemClock), catalog: ports.catalog }));
durationsContract('DynamoDB', () => ports.durations);
suiteBodiesContract('S3', () => ({ bodies: ports.suiteBodies, blobs: ports.catalogBlobs }));
blobContract('S3', () => ports.staging);
evidenceContract('S3', () => ({ ...ports.evidence, forge: (key, body) => stack.forge(key, body) }));
findingContract('DynamoDB', () => dynamoFindings(stack.config));
describe('DynamoDB', () => {
  structureContract(() => Promise.resolve(dynamoStructures(stack.config, newTenant())));
  historyContract(() => Promise.resolve(dynamoResponses(stack.config, newTenant())));
});
accessContract('DynamoDB', () => ports.access);
auditContract('DynamoDB', () => ({
  audit: ports.audit,
  entries: async (tenant) => {
    const items = await openTable(stack.config).queryAll({ pk: `T#${tenant}#AUDIT#${T_DAY}` });
    return items.map((item) => {
      const { schemaVersion: _version, ...entry } = withoutTableAttributes(item);
      return entry as unknown as AuditEntry;
    });
  },
}));
orchestratorContract('Step Functions', () => ({
  orchestrator: ports.orchestrator,
  finished: (name) => stack.finished(name),
}));

describe('links', () => {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

  test('a PUT link takes the announced bytes and a GET link gives them', async () => {
    const key = `v1/${newTenant()}/upload`;
    const link = await ports.staging.presignPut(key, sha256('hello'), 5, 'text/plain', 60);

    const put = await fetch(link.url, { method: 'PUT', headers: link.headers, body: 'hello' });
    const got = await fetch(await ports.staging.presignGet(key, 9999, "ü'n.txt"));

    expect([put.status, got.status, await got.text()]).toEqual([200, 200, 'hello']);
    expect(link.url).toMatch(/X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost%3Bx-amz-checksum-sha256/);
    expect(await ports.staging.presignGet(key, 9999)).toContain('X-Amz-Expires=300');
  });

  test('a PUT link refuses other bytes than announced', async () => {
    const key = `v1/${newTenant()}/upload`;
    const link = await ports.staging.presignPut(key, sha256('hello'), 5, 'text/plain', 60);

    const put = await fetch(link.url, { method: 'PUT', headers: link.headers, body: 'olleh' });

    expect(put.status).toBe(400);
    expect(await ports.staging.get(key)).toBeUndefined();
  });

  test('a link to evidence names the version', async () => {
    const key = `v1/${newTenant()}/manifest.json`;
    const { versionId } = await ports.evidence.putOnce(key, Buffer.from('true'), 'application/json');
    await stack.forge(key, Buffer.from('false'));

    expect(await (await fetch(await ports.evidence.presignVersion(key, versionId, 60))).text()).toBe('true');
  });
});

describe('other services', () => {
  test('secrets are read whole or by key, and no message holds a value', async () => {
    expect(await ports.openSecrets().resolve(stack.secretName)).toBe('{"password":"s3cr3t","number":5}');
    expect(await ports.openSecrets().resolve(`${stack.secretName}#password`)).toBe('s3cr3t');
    for (const ref of [
      `${stack.secretName}#none`,
      `${stack.secretName}#number`,
      `${stack.secretName}#toString`,
      'no-such-secret',
    ]) {
      await expect(ports.openSecrets().resolve(ref)).rejects.toMatchObject({
        name: 'secret-unavailable',
        message: expect.not.stringContaining('s3cr3t'),
      });
    }
  });

  test('an event is put on the bus', async () => {
    await expect(ports.bus.publish('test.run.status', { runId: 'r1', state: 'judged' })).resolves.toBeUndefined();
  });

  test('a task token that nobody waits for is ignored', async () => {
    const token = stepFunctionsTaskToken(stack.config, 'AAAA');

    await expect(
      Promise.all([token.heartbeat(), token.succeed({ ok: true }), token.fail('TaskDied', 'gone')]),
    ).resolves.toBeDefined();
  });

  test('a bucket that is not there is no missing object, one without versions no evidence bucket', async () => {
    await expect(
      awsPorts({ ...stack.config, stagingBucket: 'no-such-bucket-here' }).staging.get('x'),
    ).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await expect(
      s3Evidence({ ...stack.config, bucket: stack.config.stagingBucket }).putOnce('x', Buffer.from('x'), 'text/plain'),
    ).rejects.toMatchObject({ name: 'invariant-broken' });
  });
});
