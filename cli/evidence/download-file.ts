import { createHash, type Hash } from 'node:crypto';
import { closeSync, createReadStream, writeSync } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { request, type Dispatcher } from 'undici';
import { CliFailure, messageOf } from '../cli-failure.ts';
import { EXIT } from '../exit-codes.ts';
import { makeFolder } from '../make-folder.ts';
import { isSafeLink } from '../plane/plane-url.ts';
import { openPlain, requirePlain } from './plain-place.ts';

/** One object to fetch: a link to one version, with the digest and size it must have. */
export interface Wanted {
  /** Path below the output folder. */
  readonly path: string;
  readonly url: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** `expired`: the link is of no use any more, a fresh one has to be asked for. */
export type DownloadOutcome = 'fetched' | 'kept' | 'expired';

const sizeOf = async (file: string): Promise<number | undefined> => {
  try {
    return (await stat(file)).size;
  } catch {
    return undefined;
  }
};

const hashFile = async (hash: Hash, file: string): Promise<void> => {
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) hash.update(chunk);
};

const isWhole = async (file: string, wanted: Wanted): Promise<boolean> => {
  if ((await sizeOf(file)) !== wanted.bytes) return false;
  const hash = createHash('sha256');
  await hashFile(hash, file);
  return hash.digest('hex') === wanted.sha256;
};

const corrupt = (wanted: Wanted, why: string): CliFailure =>
  new CliFailure(EXIT.gateShut, 'evidence does not match', `${wanted.path}: ${why}`, {
    hint: 'the bytes that came are not those that were sealed; nothing was kept of this file. Try again, then tell the auditors',
  });

/**
 * Appends what comes to the part. Bytes are written as they arrive and not read by iteration: a stream that breaks throws away what it has not
 * handed out yet, and the next try could not go on from there.
 */
const append = (body: Readable, part: string, from: number, max: number, hash: Hash): Promise<number> =>
  new Promise((resolve, reject) => {
    const file = openPlain(part, from > 0);
    let size = from;
    const end = (error?: Error): void => {
      body.removeAllListeners('data');
      closeSync(file);
      if (error === undefined) resolve(size);
      else reject(error);
    };
    body.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= max) {
        hash.update(chunk);
        writeSync(file, chunk);
      } else {
        body.destroy();
        end();
      }
    });
    body.once('end', () => {
      end();
    });
    body.once('error', (error) => {
      if (size <= max) end(error);
    });
  });

const receive = async (body: Readable, part: string, start: number, wanted: Wanted): Promise<void> => {
  const hash = createHash('sha256');
  if (start > 0) await hashFile(hash, part);
  const size = await append(body, part, start, wanted.bytes, hash);
  if (size < wanted.bytes)
    throw new Error(`the connection ended after ${String(size)} of ${String(wanted.bytes)} bytes`);
  const digest = hash.digest('hex');
  if (size === wanted.bytes && digest === wanted.sha256) return;
  await rm(part, { force: true });
  throw corrupt(
    wanted,
    size > wanted.bytes
      ? `expected ${String(wanted.bytes)} bytes, got more`
      : `expected SHA-256 ${wanted.sha256}, got ${digest}`,
  );
};

/**
 * Fetches one object below `out`. What is there and whole is kept; what was begun is gone on with (Range); the digest is taken while the bytes
 * come, and a file appears under its name only when it matches.
 *
 * @throws CliFailure evidence does not match (exit 1), a link that is not https, or one in the folder; Error when the connection broke
 */
export const downloadFile = async (
  wanted: Wanted,
  out: string,
  agent: Dispatcher,
  signal?: AbortSignal,
): Promise<DownloadOutcome> => {
  const target = path.join(out, wanted.path);
  await requirePlain(out, wanted.path);
  await requirePlain(out, `${wanted.path}.part`);
  if (await isWhole(target, wanted)) return 'kept';
  if (!isSafeLink(wanted.url))
    throw new CliFailure(EXIT.unavailable, 'refused', `the link to ${wanted.path} is not https`);
  await makeFolder(path.dirname(target));
  const part = `${target}.part`;
  const begun = (await sizeOf(part)) ?? 0;
  const start = begun < wanted.bytes ? begun : 0;
  const answer = await request(wanted.url, {
    dispatcher: agent,
    headers: start > 0 ? { range: `bytes=${String(start)}-` } : {},
    ...(signal === undefined ? {} : { signal }),
  });
  if (answer.statusCode === 403 || answer.statusCode === 400) {
    await answer.body.dump();
    return 'expired';
  }
  if (answer.statusCode === 404) {
    await answer.body.dump();
    throw new CliFailure(
      EXIT.unavailable,
      'evidence is gone',
      `${wanted.path}: the locked version is not there any more`,
      {
        hint: 'a lock that held would have kept it: see docs/runbooks/seal-failure.md',
      },
    );
  }
  if (answer.statusCode !== 200 && answer.statusCode !== 206) {
    const text = await answer.body.text();
    throw new Error(`the store answered ${String(answer.statusCode)} ${messageOf(text).slice(0, 200)}`);
  }
  // A store that ignores Range sends all of it: then the part begun before is of no use.
  await receive(answer.body, part, answer.statusCode === 206 ? start : 0, wanted);
  await rename(part, target);
  return 'fetched';
};
