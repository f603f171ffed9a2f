/** Broken requests whose refusals may tell too much; leak-watch.ts reads the answers. And TRACE, which sends requests back. */
import { isJsonObject } from '#core/json-types';
import type { Operation } from '#engines/contract/model';
import { isGranted } from '#engines/security/answer';
import { placesOf, withPlace, type Call } from '#engines/security/call';
import type { Family } from '#engines/security/family';
import { isReading } from '#engines/security/session';

const PLACES_MAX = 6;

const broken = (call: Call): readonly Call[] => {
  const places = placesOf(call).slice(0, PLACES_MAX);
  return [
    ...(call.mediaType?.includes('json') === true
      ? [
          { ...call, raw: '{"assay": ' },
          { ...call, raw: '[]' },
        ]
      : []),
    ...places.filter(({ in: where }) => where !== 'body').map((place) => withPlace(call, place, `assay'"\\%00`)),
    ...places
      .filter(({ in: where }) => where === 'body')
      .map((place) => withPlace(call, place, isJsonObject(place.value) ? 'assay' : { assay: 1 })),
  ];
};

export const provocation: Family = {
  scope: 'operation',
  checks: [],
  run: async (scan, operation) => {
    if (!scan.isActive || (!isReading(operation) && scan.bench.leftAlone(operation) !== undefined)) return;
    const working = await scan.bench.working(operation);
    const [actor = scan.players[0]] = [working?.actor];
    if (actor === undefined) return;
    const call = working?.call ?? (await scan.bench.callFor(operation, actor));
    for (const one of broken(call)) await scan.send(one, actor);
  },
};

export const trace: Family = {
  scope: 'api',
  checks: ['trace-method'],
  run: async (scan) => {
    const operation = scan.operations.find(isReading);
    if (!scan.wants('trace-method') || operation === undefined) return;
    const actor = scan.players[0];
    if (actor === undefined) return;
    const word = scan.word('trace');
    const { path } = scan.requestFor(await scan.bench.callFor(operation, actor), actor);
    const send = () => scan.sendRaw({ method: 'TRACE', path, headers: [['x-assay-trace', word]] });
    const answer = await send();
    if (answer.status === 0) scan.skip('trace-method', undefined, 'TRACE cannot be sent or gets no answer');
    else if (!isGranted(answer) || !answer.text.includes(word)) scan.clear('trace-method');
    else if ((await send()).text.includes(word))
      scan.found('trace-method', {
        message: `expected TRACE to be refused, got ${String(answer.status)} with the request in the body`,
        exchange: answer.exchange,
      });
  },
};

/** Whether an operation reads a list whose size a caller can name. */
export const sizeParameter = (operation: Operation): string | undefined =>
  operation.method === 'GET'
    ? operation.parameters.find(
        ({ in: where, name }) =>
          where === 'query' &&
          /^(?:limit|size|page_?size|per_?page|count|max_?(?:results|items)?|top|take|first|\$top)$/iu.test(name),
      )?.name
    : undefined;
