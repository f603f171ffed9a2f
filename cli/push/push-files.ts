import { canonicalBytes, canonicalDigest, canonicalJson } from '#core/canonical-json';
import { sha256Hex } from '#core/digest';
import { sizeBeside, sizeText } from '#core/size-text';
import { request, type Dispatcher } from 'undici';
import { SUITE_FILE_BYTES_MAX } from '#engines/suite-file/read-yaml';
import { CliFailure, messageOf, usageFailure } from '../cli-failure.ts';
import { EXIT } from '../exit-codes.ts';
import { isSafeLink } from '../plane/plane-url.ts';
import type { PlaneClient } from '../plane/plane-client.ts';
import { fetchAll, fetchAnswer, readAnswer, type AnswerName, type UploadView } from '../plane/wire.ts';
import type { CatalogFile } from './catalog-file.ts';

export type Pushable = Exclude<CatalogFile, { kind: 'other' } | { kind: 'invalid' }>;
export type PushChange = 'created' | 'updated' | 'unchanged';

export interface Pushed {
  readonly kind: Pushable['kind'];
  readonly id: string;
  readonly file: string;
  readonly change: PushChange;
  readonly revision: number;
}

/** Bodies over this go through /uploads. */
export const INLINE_BYTES_MAX = 1_000_000;

interface Known {
  readonly revision: number;
  /** Canonical definition, or for suites its digest: equal means that nothing has to be sent. */
  readonly content: string;
}

type Item = Readonly<Record<string, unknown>> & { readonly revision: number };

const contentOf = ({ revision: _revision, updatedAt: _at, updatedBy: _by, ...definition }: Item): string =>
  canonicalJson(definition);

const knownItems = async (client: PlaneClient, path: string, idField: string): Promise<Map<string, Known>> => {
  const items = await fetchAll<Item>(client, { method: 'GET', path }, 'SuiteList');
  return new Map(items.map((item) => [String(item[idField]), { revision: item.revision, content: contentOf(item) }]));
};

const knownSuites = async (client: PlaneClient, service: string): Promise<Map<string, Known>> => {
  const items = await fetchAll<Item>(client, { method: 'GET', path: '/suites', query: { service } }, 'SuiteList');
  return new Map(
    items.map((item) => [String(item['id']), { revision: item.revision, content: String(item['digest']) }]),
  );
};

/** Sends the bytes to the presigned link that the plane gave. */
const upload = async (client: PlaneClient, agent: Dispatcher, bytes: Uint8Array): Promise<string> => {
  const sha256 = sha256Hex(bytes);
  const json = { sha256, bytes: bytes.byteLength, mediaType: 'application/json' };
  const ticket = await fetchAnswer<UploadView>(
    client,
    { method: 'POST', path: '/uploads', json, repeatable: true },
    'UploadView',
  );
  if (!isSafeLink(ticket.url))
    throw new CliFailure(EXIT.unavailable, 'refused', 'the plane gave a link for the upload that is not https');
  try {
    const answer = await request(ticket.url, {
      method: 'PUT',
      headers: { ...ticket.headers },
      body: bytes,
      dispatcher: agent,
    });
    const text = await answer.body.text();
    if (answer.statusCode < 300) return sha256;
    throw new CliFailure(
      EXIT.unavailable,
      'upload',
      `the store answered ${String(answer.statusCode)}: ${text.slice(0, 300)}`,
    );
  } catch (error) {
    if (error instanceof CliFailure) throw error;
    throw new CliFailure(EXIT.unavailable, 'upload', messageOf(error), { cause: error });
  }
};

const PLACES: { readonly [kind in Pushable['kind']]: { readonly path: string; readonly answer: AnswerName } } = {
  environment: { path: '/environments', answer: 'EnvironmentView' },
  service: { path: '/services', answer: 'ServiceView' },
  suite: { path: '/suites', answer: 'SuiteView' },
};

const put = async (client: PlaneClient, one: Pushable, json: unknown, before: Known | undefined): Promise<Pushed> => {
  const { path, answer: name } = PLACES[one.kind];
  const call = { method: 'PUT', path: `${path}/${encodeURIComponent(one.id)}`, json } as const;
  const answer = await client.send(call);
  const { revision } = readAnswer<{ revision: number }>(answer, name, `PUT ${call.path}`);
  const change = answer.status === 201 ? 'created' : before?.revision === revision ? 'unchanged' : 'updated';
  return { kind: one.kind, id: one.id, file: one.file, change, revision };
};

const pushOne = async (
  client: PlaneClient,
  agent: Dispatcher,
  one: Pushable,
  before: Known | undefined,
): Promise<Pushed> => {
  const content = one.kind === 'suite' ? canonicalDigest(one.definition) : canonicalJson(one.definition);
  if (before !== undefined && before.content === content) {
    return { kind: one.kind, id: one.id, file: one.file, change: 'unchanged', revision: before.revision };
  }
  if (one.kind !== 'suite') return put(client, one, one.definition, before);
  const bytes = canonicalBytes(one.definition);
  const body =
    bytes.byteLength > INLINE_BYTES_MAX ? { upload: { sha256: await upload(client, agent, bytes) } } : one.definition;
  return put(client, one, body, before);
};

/** Said before anything is sent: rows and bodies that were read from files make suites that only a laptop takes. */
const refuseTooLarge = (files: readonly Pushable[]): void => {
  for (const one of files) {
    const bytes = one.kind === 'suite' ? Buffer.byteLength(JSON.stringify(one.definition)) : 0;
    if (bytes > SUITE_FILE_BYTES_MAX)
      throw usageFailure(
        `${one.file}: expected a suite of at most ${sizeText(SUITE_FILE_BYTES_MAX)} with the files that it names, got ${sizeBeside(bytes, SUITE_FILE_BYTES_MAX)}`,
        'fewer rows, or rows over several suites; `assay test` runs all of them',
      );
  }
};

const ORDER: readonly Pushable['kind'][] = ['environment', 'service', 'suite'];

/**
 * Sends environments, then services, then suites: each may name what comes before it.
 *
 * @param onPushed told after each, in that order
 * @throws CliFailure usage for a suite that is too large, before anything is sent; at the first that the plane refuses: those before it are in
 */
export const pushFiles = async (
  client: PlaneClient,
  agent: Dispatcher,
  files: readonly Pushable[],
  onPushed: (pushed: Pushed) => void,
): Promise<void> => {
  refuseTooLarge(files);
  const suites = new Map<string, Map<string, Known>>();
  const known = {
    environment: files.some((one) => one.kind === 'environment')
      ? await knownItems(client, '/environments', 'name')
      : undefined,
    service: files.some((one) => one.kind === 'service') ? await knownItems(client, '/services', 'service') : undefined,
  };
  const before = async (one: Pushable): Promise<Known | undefined> => {
    if (one.kind !== 'suite') return known[one.kind]?.get(one.id);
    const { service } = one.definition;
    const ofService = suites.get(service) ?? (await knownSuites(client, service));
    suites.set(service, ofService);
    return ofService.get(one.id);
  };
  for (const kind of ORDER) {
    for (const one of files.filter((file) => file.kind === kind)) {
      try {
        onPushed(await pushOne(client, agent, one, await before(one)));
      } catch (error) {
        if (!(error instanceof CliFailure)) throw error;
        throw new CliFailure(error.exit, `${one.file}: ${error.title}`, error.message, error.extra);
      }
    }
  }
};
