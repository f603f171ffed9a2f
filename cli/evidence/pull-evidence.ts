import path from 'node:path';
import type { Dispatcher } from 'undici';
import { CliFailure, fileFailure, messageOf, systemCode } from '../cli-failure.ts';
import { EXIT } from '../exit-codes.ts';
import type { PlaneClient } from '../plane/plane-client.ts';
import { backoffMs, TRIES_MAX } from '../plane/retry-delay.ts';
import { fetchAnswer, type EvidenceView } from '../plane/wire.ts';
import type { World } from '../world.ts';
import { downloadFile, type Wanted } from './download-file.ts';

const AT_ONCE = 4;

export interface Pulled {
  readonly files: number;
  readonly bytes: number;
  /** How many were there already. */
  readonly kept: number;
  readonly manifestSha256: string;
}

export interface PullOptions {
  readonly client: PlaneClient;
  readonly agent: Dispatcher;
  readonly world: World;
  readonly runId: string;
  /** Absolute path. */
  readonly out: string;
  readonly onFile: (done: number, of: number, wanted: Wanted) => void;
}

const listEvidence = ({ client, runId }: PullOptions): Promise<EvidenceView> =>
  fetchAnswer<EvidenceView>(client, { method: 'GET', path: `/tests/run/${runId}/evidence` }, 'EvidenceView');

/** Where an object goes: its key below the run's prefix. The plane's word is not taken for a way out of the folder. */
const placeOf = (key: string, prefix: string): string => {
  const inside = key.startsWith(prefix)
    ? key.slice(prefix.length).replace(/^\/+/, '')
    : key.split('/').slice(-2).join('/');
  const clean = path.posix.normalize(inside);
  if (
    clean === '' ||
    clean.startsWith('..') ||
    path.posix.isAbsolute(clean) ||
    clean.includes('\\') ||
    clean.includes('\0')
  ) {
    throw new CliFailure(EXIT.unavailable, 'refused', `the plane names an object outside of the run's prefix: ${key}`);
  }
  return clean;
};

/** Objects by their place: files of equal content are one object. The manifest comes last, so that it is never there without its files. */
const wantedOf = (view: EvidenceView): Wanted[] => {
  const byPlace = new Map<string, Wanted>();
  for (const { key, url, sha256, bytes } of view.files)
    byPlace.set(placeOf(key, view.prefix), { path: placeOf(key, view.prefix), url, sha256, bytes });
  const { url, sha256, bytes } = view.manifest;
  byPlace.delete('manifest.json');
  return [...byPlace.values(), { path: 'manifest.json', url, sha256, bytes }];
};

/** Links are asked for anew once they have expired; those in use share one question. */
const makeLinks = (
  options: PullOptions,
  first: EvidenceView,
): { readonly current: (place: string) => Wanted | undefined; readonly renew: (old: string) => Promise<void> } => {
  let wanted = new Map(wantedOf(first).map((one) => [one.path, one]));
  let renewal: Promise<void> | undefined;
  return {
    current: (place) => wanted.get(place),
    renew: async (oldUrl) => {
      if (![...wanted.values()].some((one) => one.url === oldUrl)) return;
      renewal ??= listEvidence(options).then((view) => {
        wanted = new Map(wantedOf(view).map((one) => [one.path, one]));
        renewal = undefined;
      });
      await renewal;
    },
  };
};

const isFileSystemError = (error: unknown): boolean =>
  ['ENOENT', 'ENOSPC', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST'].includes(systemCode(error) ?? '');

/** Fetches every object of a run's bundle into `out`; to be repeated as often as needed, it goes on where it stopped. */
export const pullEvidence = async (options: PullOptions): Promise<Pulled> => {
  const { world, agent, out } = options;
  const view = await listEvidence(options);
  const links = makeLinks(options, view);
  const wanted = wantedOf(view);
  let done = 0;
  let kept = 0;

  const fetchOne = async (place: string): Promise<void> => {
    for (let tried = 1; ; tried += 1) {
      const one = links.current(place);
      if (one === undefined)
        throw new CliFailure(
          EXIT.unavailable,
          'evidence changed',
          `${place} is no longer listed; sealed bundles never change`,
        );
      try {
        const outcome = await downloadFile(one, out, agent);
        if (outcome !== 'expired') {
          done += 1;
          kept += outcome === 'kept' ? 1 : 0;
          options.onFile(done, wanted.length, one);
          return;
        }
        if (tried >= TRIES_MAX)
          throw new CliFailure(
            EXIT.unavailable,
            'evidence',
            `the store refuses the link to ${place}, also a fresh one`,
          );
        await links.renew(one.url);
      } catch (error) {
        if (error instanceof CliFailure) throw error;
        if (isFileSystemError(error)) throw fileFailure('write', path.join(out, place), error);
        if (tried >= TRIES_MAX) {
          const hint = 'run the same command again: it goes on where it stopped';
          throw new CliFailure(EXIT.unavailable, `cannot fetch ${place}`, messageOf(error), { hint, cause: error });
        }
        await world.sleep(backoffMs(tried, world.random()));
      }
    }
  };

  const queue = wanted.slice(0, -1).map((one) => one.path);
  const worker = async (): Promise<void> => {
    for (let place = queue.shift(); place !== undefined; place = queue.shift()) await fetchOne(place);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await fetchOne('manifest.json');
  const bytes = wanted.reduce((sum, one) => sum + one.bytes, 0);
  return { files: wanted.length, bytes, kept, manifestSha256: view.manifest.sha256 };
};
