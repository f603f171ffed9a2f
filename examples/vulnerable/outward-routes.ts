/** What leads out of the garage: imports and redirects. */
import type { IncomingMessage } from 'node:http';
import { callerOf } from './callers.ts';
import type { Garage } from './garage-state.ts';
import { fieldsOf, Refusal, textField, type Answer } from './http-answer.ts';

/** The flawed import of this example asks nobody but this machine. */
const isThisMachine = (url: URL): boolean => ['127.0.0.1', 'localhost'].includes(url.hostname);

const IMPORT_MS_MAX = 2000;

const fetched = async (url: URL, isFollowing: boolean): Promise<Answer> => {
  try {
    const response = await fetch(url, {
      redirect: isFollowing ? 'follow' : 'manual',
      signal: AbortSignal.timeout(IMPORT_MS_MAX),
    });
    return { status: 202, body: { state: `read ${String((await response.text()).length)} characters` } };
  } catch {
    return { status: 202, body: { state: 'failed' } };
  }
};

/** Catalogues of suppliers come from a list of hosts. */
const SUPPLIERS = ['catalogue.example'];

export const startImport = async (garage: Garage, request: IncomingMessage, text: string): Promise<Answer> => {
  await callerOf(garage, request);
  const given = textField(fieldsOf(request, text), 'url', 500);
  if (!URL.canParse(given)) throw new Refusal(422, 'url must be an address');
  const url = new URL(given);
  const { flaws } = garage;
  if (SUPPLIERS.includes(url.hostname) && url.protocol === 'https:') return { status: 202, body: { state: 'planned' } };
  if (flaws.has('imports-tell-errors'))
    return {
      status: 202,
      body: { state: isThisMachine(url) ? 'connect ECONNREFUSED' : `getaddrinfo ENOTFOUND ${url.hostname}` },
    };
  const isFlawed = flaws.has('imports-any-address') || flaws.has('imports-follow');
  if (!isFlawed || !isThisMachine(url)) throw new Refusal(422, `expected an address of ${SUPPLIERS.join(', ')}`);
  return fetched(url, flaws.has('imports-follow'));
};

const PLACES: { readonly [name: string]: string } = { shop: '/v2/articles', greeting: '/v2/greeting' };

export const goTo = ({ flaws }: Garage, query: URLSearchParams): Answer => {
  const next = query.get('next') ?? 'shop';
  const place = PLACES[next] ?? (flaws.has('goto-anywhere') ? next : undefined);
  if (place === undefined) throw new Refusal(400, `next must be one of ${Object.keys(PLACES).join(', ')}`);
  return { status: 302, headers: { location: place } };
};

export const home = ({ flaws }: Garage): Answer => ({
  status: 302,
  headers: { location: flaws.has('home-elsewhere') ? 'https://old-garage.example/' : '/v2/greeting' },
});
