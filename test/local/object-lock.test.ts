/** Which buckets get a lock is read from templates as `cdk synth` writes them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { lockedBuckets } from '../../local/object-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'assay-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const configuration = { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 1 } } };
const bucket = {
  Type: 'AWS::S3::Bucket',
  Properties: { ObjectLockEnabled: true, ObjectLockConfiguration: configuration },
};
const parameter = {
  Type: 'AWS::SSM::Parameter',
  Properties: { Name: '/assay/local/records/evidence-bucket', Value: { Ref: 'Evidence' } },
};
const write = (resources: object): void =>
  writeFileSync(path.join(folder, 'Records.template.json'), JSON.stringify({ Resources: resources }));

test('a locked bucket is found under the name that its stack published, with the lock of the template', () => {
  write({ Evidence: bucket, Plain: { Type: 'AWS::S3::Bucket', Properties: {} }, Name: parameter });

  expect(lockedBuckets(folder, new Map([['records/evidence-bucket', 'physical']]))).toEqual([
    { bucket: 'physical', configuration },
  ]);
});

test('a locked bucket whose name nobody publishes stops the start', () => {
  write({ Evidence: bucket });

  expect(() => lockedBuckets(folder, new Map())).toThrow(
    /the bucket Evidence asks for Object Lock, but no stack publishes its name/,
  );
});

test('templates without any lock stop the start', () => {
  write({ Plain: { Type: 'AWS::S3::Bucket', Properties: {} } });

  expect(() => lockedBuckets(folder, new Map())).toThrow(/locks a bucket/);
});
