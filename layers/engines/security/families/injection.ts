/** Runs the probes of input-probes.ts on each place that a caller fills in, and XML documents with an entity of their own. */
import { isJsonObject } from '#core/json-types';
import type { Json } from '#core/units';
import type { Operation } from '#engines/contract/model';
import { plainText, type Answer } from '#engines/security/answer';
import { placeText, placesOf, withPlace, type Call, type CallPlace } from '#engines/security/call';
import type { Family, Scan } from '#engines/security/family';
import { INPUT_PROBES, type ProbeSetting } from '#engines/security/families/input-probes';
import { isReading } from '#engines/security/session';
import type { Working } from '#engines/security/workbench';

const CREDENTIALS = /^(?:password|passwd|pwd|token|secret)$/iu;
const NUMBERS = [7919, 6151] as const;

const isFit = ({ in: where, name, value }: CallPlace): boolean =>
  !CREDENTIALS.test(name) && (typeof value === 'string' || typeof value === 'number' || where !== 'body');

const settingOf = (
  scan: Scan,
  operation: Operation,
  { call, actor, answer }: Working,
  place: CallPlace,
): ProbeSetting => {
  const send = async (changed: (call: Call) => Call): Promise<Answer> => {
    // What creates something wants a new name each time, but for the place under test.
    const fresh =
      isReading(operation) || operation.requestBody === undefined
        ? call
        : { ...(await scan.bench.callFor(operation, actor)), path: call.path };
    return scan.send(changed(fresh), actor);
  };
  return {
    place,
    value: plainText(place.value),
    base: answer,
    numbers: NUMBERS,
    word: scan.word(`${operation.id} ${placeText(place)}`),
    tryValue: (value) =>
      send((fresh) =>
        typeof value === 'string' || place.in === 'body'
          ? withPlace(fresh, place, value)
          : // Where a query is told to hold an object, frameworks read `name[$ne]=x`.
            {
              ...withPlace(fresh, place, ''),
              query: { ...without(fresh.query, place.at), ...bracketed(place.at, value) },
            },
      ),
  };
};

const without = (query: Call['query'], name: string): Call['query'] =>
  Object.fromEntries(Object.entries(query).filter(([key]) => key !== name));

const bracketed = (name: string, value: { readonly [operator: string]: string }): { [name: string]: Json } =>
  Object.fromEntries(Object.entries(value).map(([operator, item]) => [`${name}[${operator}]`, item]));

export const injection: Family = {
  scope: 'operation',
  checks: INPUT_PROBES.map(({ check }) => check),
  run: async (scan, operation) => {
    const probes = INPUT_PROBES.filter(({ check }) => scan.wants(check));
    if (probes.length === 0) return;
    const working = await scan.bench.working(operation);
    const places = working === undefined ? [] : placesOf(working.call).filter(isFit);
    for (const { check } of probes) {
      if (working === undefined)
        scan.skip(check, operation.id, scan.bench.leftAlone(operation) ?? 'no identity is granted an answer');
    }
    if (working === undefined) return;
    for (const place of places) {
      const setting = settingOf(scan, operation, working, place);
      for (const probe of probes.filter(({ applies }) => applies(setting))) {
        const sign = await probe.run(setting);
        if (sign === undefined) scan.clear(probe.check, operation.id);
        else
          scan.found(probe.check, {
            operation: operation.id,
            place: placeText(place),
            message: sign.message,
            exchange: sign.answer.exchange,
          });
      }
    }
  },
};

const escapedXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const elementsOf = (name: string, value: Json, fill: string | undefined): string => {
  if (Array.isArray(value)) return (value as Json[]).map((item) => elementsOf(name, item, fill)).join('');
  if (isJsonObject(value))
    return `<${name}>${Object.entries(value)
      .map(([key, item]) => elementsOf(key, item, fill))
      .join('')}</${name}>`;
  return `<${name}>${typeof value === 'string' && fill !== undefined ? fill : escapedXml(plainText(value))}</${name}>`;
};

export const xmlEntities: Family = {
  scope: 'operation',
  checks: ['xxe'],
  run: async (scan, operation) => {
    const media = operation.requestBody?.content.find(({ mediaType }) => /[/+]xml\b/iu.test(mediaType));
    if (!scan.wants('xxe') || media === undefined || scan.bench.leftAlone(operation) !== undefined) return;
    const [actor] = scan.players;
    const body = scan.values.forBody(media, 1);
    if (actor === undefined || body === undefined) {
      scan.skip('xxe', operation.id, 'expected a body that can be filled in and somebody to send it');
      return;
    }
    const schema = media.schema?.schema;
    const named = isJsonObject(schema) && isJsonObject(schema['xml']) ? schema['xml']['name'] : undefined;
    const root = typeof named === 'string' ? named : 'root';
    const call = await scan.bench.callFor(operation, actor);
    const send = (raw: string): Promise<Answer> => scan.send({ ...call, raw, mediaType: media.mediaType }, actor);
    const halves = [scan.word(`${operation.id} xml 1`), scan.word(`${operation.id} xml 2`)];
    // The text is made of two parts, so that an answer that repeats the document does not hold it.
    const whole = halves.join('');
    const entities = `<!DOCTYPE ${root} [<!ENTITY h "${halves[0] ?? ''}"><!ENTITY e "&h;${halves[1] ?? ''}">]>`;
    const document = `<?xml version="1.0"?>${entities}${elementsOf(root, body, '&e;')}`;
    const answer = await send(document);
    if (answer.isUnjudged)
      scan.skip('xxe', operation.id, `no judgement is possible after status ${String(answer.status)}`);
    else if (!answer.text.includes(whole)) scan.clear('xxe', operation.id);
    else if ((await send(document)).text.includes(whole))
      scan.found('xxe', {
        operation: operation.id,
        place: 'body',
        message: 'expected entities of the document type to be refused, got the text of one in the answer',
        exchange: answer.exchange,
      });
  },
};
