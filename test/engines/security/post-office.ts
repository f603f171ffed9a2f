/**
 * A second API to scan, built unlike the example: parcels of a post office, numbers for ids, every answer 200 in an envelope that tells the
 * refusal, the token in the query, 404 for what is forbidden (and for what does not exist), PATCH and nested paths, a spring-like error form.
 * Its weaknesses are switched on by name.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Json } from '#core/units';

export type OfficeFlaw =
  | 'parcels-shared'
  | 'parcels-relabelled'
  | 'clerk-desk-open'
  | 'rank-writable'
  | 'tracking-sql'
  | 'pin-shown'
  | 'java-trace'
  | 'desk-anonymous'
  | 'postcard-html'
  | 'v3-left';

export interface Office {
  readonly url: string;
  readonly close: () => Promise<void>;
}

type Row = { [name: string]: Json };

const TOKENS: { readonly [token: string]: string } = {
  'tok-mara-77120': 'mara',
  'tok-nils-55310': 'nils',
  'tok-odin-90017': 'odin',
};

const ok = (result: Json): Json => ({ ok: true, result, at: new Date().toISOString() });
const refused = (code: number, reason: string): Json => ({
  ok: false,
  result: null,
  error: { code, reason },
  at: new Date().toISOString(),
});

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

const TRACE =
  'java.lang.IllegalStateException: no parcel\n\tat org.post.office.ParcelDesk.find(ParcelDesk.java:41)\n\tat org.post.office.Main.main(Main.java:7)';

class Desk {
  readonly flaws: ReadonlySet<OfficeFlaw>;
  readonly parcels: Row[] = [];
  readonly people: { [name: string]: Row } = {
    mara: { login: 'mara', nickname: 'Mara', rank: 'member', pin: '4711' },
    nils: { login: 'nils', nickname: 'Nils', rank: 'member', pin: '0815' },
    odin: { login: 'odin', nickname: 'Odin', rank: 'clerk', pin: '1234' },
  };

  constructor(flaws: readonly OfficeFlaw[]) {
    this.flaws = new Set(flaws);
    for (const who of ['mara', 'nils']) for (const to of ['Bremen', 'Kassel']) this.add(who, `${to} (${who})`);
  }

  add(sender: string, destination: string): Row {
    const parcel = { number: 50_000 + this.parcels.length * 13, sender, destination, weightGrams: 900 };
    this.parcels.push(parcel);
    return parcel;
  }

  shown(login: string): Row {
    const { pin, ...rest } = this.people[login] ?? {};
    return this.flaws.has('pin-shown') ? { ...rest, private_key: `pin ${JSON.stringify(pin)}` } : rest;
  }

  parcel(who: string, text: string, isForAll: boolean): Json {
    const number = Number(text);
    if (!Number.isInteger(number))
      return this.flaws.has('java-trace')
        ? { ...(refused(400, 'bad number') as Row), trace: TRACE }
        : refused(400, 'a parcel has a number');
    const found = this.parcels.find((one) => one['number'] === number && (isForAll || one['sender'] === who));
    return found ?? refused(404, 'no such parcel');
  }

  /** A careless statement: `… WHERE city = '<text>'`, read as a database would. */
  offices(city: string): Json {
    const all = [
      { city: 'Bremen', counters: 4 },
      { city: 'Kassel', counters: 2 },
    ];
    const [, before = city, left, right] =
      (this.flaws.has('tracking-sql') ? /^(.*)' AND '(\w+)'='(\w+)$/u.exec(city) : null) ?? [];
    return ok(left === right ? all.filter((one) => one.city === before) : []);
  }
}

interface Asked {
  readonly desk: Desk;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly text: string;
}

const isRefusal = (value: Json): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'ok' in value;

const parcelRoutes = ({ desk, method, path, text }: Asked, who: string): Json | undefined => {
  if (path === '/parcels' && method === 'GET')
    return ok(desk.parcels.filter((one) => one['sender'] === who).map(({ sender: _sender, ...rest }) => rest));
  if (path === '/parcels' && method === 'POST') {
    const { destination } = JSON.parse(text) as Row;
    if (typeof destination !== 'string') return refused(422, 'destination is needed');
    const { sender: _sender, ...rest } = desk.add(who, destination);
    return ok(rest);
  }
  const number = /^\/parcels\/([^/]+)\/label$/u.exec(path)?.[1];
  if (number === undefined) return undefined;
  const found = desk.parcel(
    who,
    decodeURIComponent(number),
    desk.flaws.has(method === 'GET' ? 'parcels-shared' : 'parcels-relabelled'),
  );
  if (isRefusal(found)) return found;
  const parcel = found as Row;
  if (method === 'PATCH') {
    const { destination } = JSON.parse(text) as Row;
    if (typeof destination !== 'string') return refused(422, 'destination is needed');
    parcel['destination'] = destination;
  } else if (method !== 'GET') return refused(405, 'not this way');
  const { sender: _sender, ...rest } = parcel;
  return ok(rest);
};

const answer = (asked: Asked): Json => {
  const { desk, method, path, query, text } = asked;
  if (path === '/offices' && method === 'GET') return desk.offices(query.get('city') ?? '');
  const who = TOKENS[query.get('access_token') ?? ''];
  const isDesk = path === '/desk/clerks' && method === 'GET';
  if (
    isDesk &&
    (desk.flaws.has('desk-anonymous') || (who !== undefined && (who === 'odin' || desk.flaws.has('clerk-desk-open'))))
  )
    return ok([
      { clerk: 'odin', drawer: 'left bottom' },
      { clerk: 'pia', drawer: 'right top' },
    ]);
  if (who === undefined) return refused(401, 'who are you');
  if (isDesk) return refused(404, 'no such place');
  if (path === '/person') {
    if (method === 'PUT') {
      const sent = JSON.parse(text) as Row;
      const person = desk.people[who] ?? {};
      if (typeof sent['nickname'] !== 'string') return refused(422, 'nickname is needed');
      person['nickname'] = sent['nickname'];
      if (desk.flaws.has('rank-writable') && typeof sent['role'] === 'string') person['role'] = sent['role'];
    } else if (method !== 'GET') return refused(405, 'not this way');
    return ok(desk.shown(who));
  }
  return parcelRoutes(asked, who) ?? refused(404, 'no such place');
};

/** Starts an office on a free port of 127.0.0.1. */
export const startOffice = async (flaws: readonly OfficeFlaw[]): Promise<Office> => {
  const desk = new Desk(flaws);
  const server = createServer((request, response) => {
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://office.invalid');
      const [, version, path = ''] = /^\/api\/v(\d)(\/.*)$/u.exec(url.pathname) ?? [];
      const isThere = version === '4' || (version === '3' && desk.flaws.has('v3-left'));
      const text = await bodyOf(request);
      const headers: { [name: string]: string } = {
        'x-content-type-options': 'nosniff',
        'content-security-policy': "frame-ancestors 'none'",
        'cache-control': 'private, max-age=0',
        'content-type': 'application/json',
      };
      if (isThere && path === '/postcard') {
        const motif = url.searchParams.get('motif') ?? '';
        const shown = desk.flaws.has('postcard-html') ? motif : motif.replaceAll(/[<>"'&]/gu, '?');
        response.writeHead(200, { ...headers, 'content-type': 'text/html' }).end(`<h1>${shown}</h1>`);
        return;
      }
      let body: Json;
      try {
        body = isThere
          ? answer({ desk, method: request.method ?? '', path, query: url.searchParams, text })
          : refused(404, 'no such place');
      } catch {
        body = refused(400, 'not readable');
      }
      response.writeHead(200, headers).end(JSON.stringify(body));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
};

const envelope = (result: Json): Json => ({
  200: {
    description: 'an envelope',
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: { ok: { type: 'boolean' }, at: { type: 'string' }, result, error: { type: ['object', 'null'] } },
        },
      },
    },
  },
});
const parcel: Json = {
  type: 'object',
  properties: { number: { type: 'integer' }, destination: { type: 'string' }, weightGrams: { type: 'integer' } },
};
const person: Json = {
  type: 'object',
  properties: {
    login: { type: 'string' },
    nickname: { type: 'string' },
    rank: { type: 'string' },
    role: { type: 'string', readOnly: true },
  },
};
const sent = (properties: Json): Json => ({
  required: true,
  content: {
    'application/json': { schema: { type: 'object', required: Object.keys(properties as object), properties } },
  },
});
const destination: Json = { destination: { type: 'string', example: 'Celle' } };

export const officeDocument: Json = {
  openapi: '3.0.3',
  info: { title: 'Post office', version: '4' },
  servers: [{ url: '/api/v4' }],
  security: [{ pass: [] }],
  components: { securitySchemes: { pass: { type: 'apiKey', in: 'query', name: 'access_token' } } },
  paths: {
    '/offices': {
      get: {
        security: [],
        parameters: [{ name: 'city', in: 'query', schema: { type: 'string' }, example: 'Bremen' }],
        responses: envelope({ type: 'array', items: { type: 'object' } }),
      },
    },
    '/postcard': {
      get: {
        security: [],
        parameters: [{ name: 'motif', in: 'query', schema: { type: 'string' }, example: 'sea' }],
        responses: { 200: { description: 'a page', content: { 'text/html': {} } } },
      },
    },
    '/person': {
      get: { responses: envelope(person) },
      put: { requestBody: sent({ nickname: { type: 'string', example: 'Em' } }), responses: envelope(person) },
    },
    '/parcels': {
      get: { responses: envelope({ type: 'array', items: parcel }) },
      post: { requestBody: sent(destination), responses: envelope(parcel) },
    },
    '/parcels/{parcelNo}/label': {
      parameters: [{ name: 'parcelNo', in: 'path', required: true, schema: { type: 'integer' } }],
      get: { responses: envelope(parcel) },
      patch: { requestBody: sent(destination), responses: envelope(parcel) },
    },
    '/desk/clerks': { get: { responses: envelope({ type: 'array', items: { type: 'object' } }) } },
  },
};
