/** How much one request may ask for or bring: pages and bodies. */
import { isJsonObject } from '#core/json-types';
import type { Operation } from '#engines/contract/model';
import { isGranted } from '#engines/security/answer';
import type { Family, Scan } from '#engines/security/family';
import { sizeParameter } from '#engines/security/families/provocation';
import { itemsOf } from '#engines/security/resource-ids';
import type { Working } from '#engines/security/workbench';

/** Asked for where the document names no maximum; more elements than this in one page count as no bound. */
const PAGE_ASKED = 1_000_000;
const PAGE_ELEMENTS_MAX = 1000;
/** Bytes of white space around a body: parsers read them, nobody stores them. */
const BODY_BYTES = 5 * 1024 * 1024;

const maximumOf = (operation: Operation, name: string): number | undefined => {
  const schema = operation.parameters.find((one) => one.name === name)?.schema?.schema;
  const maximum = isJsonObject(schema) ? schema['maximum'] : undefined;
  return typeof maximum === 'number' ? maximum : undefined;
};

const lookAtPage = async (scan: Scan, operation: Operation, { call, actor }: Working, name: string): Promise<void> => {
  const maximum = maximumOf(operation, name);
  const bound = maximum ?? PAGE_ELEMENTS_MAX;
  // Filters would hide that there is more.
  const needed = new Set(operation.parameters.filter(({ required }) => required).map((one) => one.name));
  const query = Object.fromEntries(Object.entries(call.query).filter(([key]) => needed.has(key)));
  const ask = (): ReturnType<Scan['send']> => scan.send({ ...call, query: { ...query, [name]: PAGE_ASKED } }, actor);
  const answer = await ask();
  const count = itemsOf(answer.json)?.length;
  const skip = (reason: string): void => {
    scan.skip('page-size', operation.id, reason);
  };
  if (answer.isUnjudged) skip(`no judgement is possible after status ${String(answer.status)}`);
  else if (!isGranted(answer) || count === undefined) scan.clear('page-size', operation.id);
  else if (count > bound) {
    const again = await ask();
    if ((itemsOf(again.json)?.length ?? 0) > bound)
      scan.found('page-size', {
        operation: operation.id,
        place: `query ${name}`,
        message: `expected at most ${String(bound)} elements${maximum === undefined ? '' : ' (the documented maximum)'} for ${name}=${String(PAGE_ASKED)}, got ${String(count)}`,
        exchange: answer.exchange,
      });
  } else {
    const all = itemsOf((await scan.send({ ...call, query }, actor)).json)?.length ?? 0;
    if (count < bound && count <= all)
      skip(`there are only ${String(count)} elements: a bound of ${String(bound)} cannot show`);
    else scan.clear('page-size', operation.id);
  }
};

const lookAtBody = async (scan: Scan, operation: Operation, { call, actor }: Working): Promise<void> => {
  const large = async (): ReturnType<Scan['send']> => {
    const fresh = await scan.bench.callFor(operation, actor);
    return scan.send(
      { ...fresh, path: call.path, raw: `${' '.repeat(BODY_BYTES)}${JSON.stringify(fresh.body)}` },
      actor,
    );
  };
  const answer = await large();
  if (answer.isUnjudged)
    scan.skip(
      'body-size',
      operation.id,
      answer.status === 0
        ? 'the connection was closed'
        : `no judgement is possible after status ${String(answer.status)}`,
    );
  else if (!isGranted(answer)) scan.clear('body-size', operation.id);
  else if (isGranted(await large()))
    scan.found('body-size', {
      operation: operation.id,
      place: 'body',
      message: `expected a body of ${String(BODY_BYTES)} bytes to be refused with 413, got ${String(answer.status)}`,
      exchange: answer.exchange,
    });
};

export const sizes: Family = {
  scope: 'operation',
  checks: ['page-size', 'body-size'],
  run: async (scan, operation) => {
    const parameter = sizeParameter(operation);
    const isJson = operation.requestBody?.content.some(({ mediaType }) => /[/+]json\b/iu.test(mediaType)) === true;
    const isPage = parameter !== undefined && scan.wants('page-size');
    const isBody = isJson && scan.wants('body-size');
    const working = isPage || isBody ? await scan.bench.working(operation) : undefined;
    if (working === undefined) return;
    if (isPage) await lookAtPage(scan, operation, working, parameter);
    if (isBody && working.call.body !== undefined) await lookAtBody(scan, operation, working);
  },
};
