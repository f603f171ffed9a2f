/** The tier matrix: every row is tried from below and from above its limit. */
import { isJsonObject } from '#core/json-types';
import type { ScanTier } from '#core/acts/scan';
import type { Json } from '#core/units';
import type { Operation } from '#engines/contract/model';
import { isGranted, type Answer } from '#engines/security/answer';
import type { Actor, Call } from '#engines/security/call';
import type { Family, Scan } from '#engines/security/family';
import { applyPath } from '#engines/functional/json-path';
import { askLimit, soughtOf } from '#engines/security/families/rate-limits';
import { matchesOperation } from '#engines/security/operation-pattern';
import type { CheckId } from '#engines/security/registry';
import { itemsOf } from '#engines/security/resource-ids';
import { isReading } from '#engines/security/session';

interface Row {
  readonly scan: Scan;
  readonly part: string;
  readonly tier: ScanTier;
  readonly actor: Actor;
}

const HOUR_MS = 3_600_000;
/** Clocks differ, and an answer takes its time. */
const DELAY_TOLERANCE_MS = 60_000;
const REFUSALS = new Set([401, 402, 403, 404, 405]);

const tell = ({ scan, part }: Row, check: CheckId, operation: Operation, message: string, answer: Answer): void => {
  scan.found(check, { operation: operation.id, part, message, exchange: answer.exchange });
};

const unjudged = ({ scan, part }: Row, check: CheckId, operation: Operation, answer: Answer): boolean => {
  if (answer.isUnjudged)
    scan.skip(check, operation.id, `no judgement is possible after status ${String(answer.status)}`, part);
  return answer.isUnjudged;
};

const lookAtOperation = async (row: Row, operation: Operation, isAllowed: boolean): Promise<void> => {
  const { scan, actor, part } = row;
  const check = 'tier-operation';
  const alone = scan.bench.leftAlone(operation);
  if (alone !== undefined) {
    scan.skip(check, operation.id, alone, part);
    return;
  }
  const working = isAllowed ? await scan.bench.workingAs(operation, actor) : undefined;
  const call = working?.call ?? (await scan.bench.callFor(operation, actor));
  const answer = working?.answer ?? (await scan.send(call, actor));
  if (unjudged(row, check, operation, answer)) return;
  const name = `${actor.name} of ${part}`;
  if (isGranted(answer) === isAllowed) scan.clear(check, operation.id, part);
  else if (isAllowed && REFUSALS.has(answer.meaning))
    tell(
      row,
      check,
      operation,
      `expected ${name} to be granted ${operation.id}, got ${String(answer.meaning)}`,
      answer,
    );
  else if (isAllowed)
    scan.skip(check, operation.id, `the request is refused for another reason (${String(answer.meaning)})`, part);
  else if (!isReading(operation) || isGranted(await scan.send(call, actor)))
    tell(
      row,
      check,
      operation,
      `expected ${name} to be refused ${operation.id}, got ${String(answer.meaning)}`,
      answer,
    );
};

const namesIn = (json: Json | undefined): ReadonlySet<string> => {
  const names = new Set<string>();
  const open: Json[] = json === undefined ? [] : [json];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) open.push(...(next as Json[]));
    else if (isJsonObject(next))
      for (const [name, value] of Object.entries(next)) {
        names.add(name);
        open.push(value);
      }
  }
  return names;
};

const lookAtFields = async (
  row: Row,
  operation: Operation,
  { present = [], absent = [] }: { readonly present?: readonly string[]; readonly absent?: readonly string[] },
): Promise<void> => {
  const { scan, actor, part } = row;
  const working = await scan.bench.workingAs(operation, actor);
  if (working === undefined) {
    scan.skip('tier-fields', operation.id, `${actor.name} is not granted it`, part);
    return;
  }
  const names = namesIn(working.answer.json);
  const [missing, extra] = [present.filter((name) => !names.has(name)), absent.filter((name) => names.has(name))];
  scan.clear('tier-fields', operation.id, part);
  if (missing.length > 0)
    tell(
      row,
      'tier-fields',
      operation,
      `expected the fields ${present.join(', ')}, got none called ${missing.join(', ')}`,
      working.answer,
    );
  if (extra.length > 0)
    tell(
      row,
      'tier-fields',
      operation,
      `expected no field called ${absent.join(', ')}, got ${extra.join(', ')}`,
      working.answer,
    );
};

const timeOf = (value: Json): number | undefined => {
  if (typeof value === 'number') return value > 1e11 ? value : value * 1000;
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
};

const lookAtDelay = async (row: Row, hours: number): Promise<void> => {
  const { scan, actor, part } = row;
  const freshness = scan.definition.measures?.freshness;
  const operation = freshness === undefined ? undefined : scan.contract.operation(freshness.operation);
  if (freshness === undefined || operation === undefined) {
    scan.skip('tier-delay', undefined, 'expected measures.freshness to name an operation of the document', part);
    return;
  }
  const working = await scan.bench.workingAs(operation, actor);
  const times =
    working?.answer.json === undefined
      ? []
      : applyPath(freshness.path, working.answer.json).values.flatMap((value) => timeOf(value) ?? []);
  if (working === undefined || times.length === 0) {
    scan.skip(
      'tier-delay',
      operation.id,
      working === undefined ? `${actor.name} is not granted it` : `${freshness.path} leads to no time`,
      part,
    );
    return;
  }
  const ageMs = scan.context.clock.nowMs() - Math.max(...times);
  const delayMs = hours * HOUR_MS;
  const ageHours = (ageMs / HOUR_MS).toFixed(2);
  if (ageMs < delayMs - DELAY_TOLERANCE_MS)
    tell(
      row,
      'tier-delay',
      operation,
      `expected nothing younger than ${String(hours)} h, got something ${ageHours} h old`,
      working.answer,
    );
  else if (ageMs > delayMs + (freshness.freshHours ?? 1) * HOUR_MS)
    tell(
      row,
      'tier-delay',
      operation,
      `expected something not much older than ${String(hours)} h, got nothing younger than ${ageHours} h`,
      working.answer,
    );
  else scan.clear('tier-delay', operation.id, part);
};

const lookAtPages = async (row: Row, most: number): Promise<void> => {
  const { scan, actor, part } = row;
  const check = 'tier-page-size';
  const paging = scan.definition.measures?.paging;
  const operation = paging === undefined ? undefined : scan.contract.operation(paging.operation);
  if (paging === undefined || operation === undefined) {
    scan.skip(check, undefined, 'expected measures.paging to name an operation of the document', part);
    return;
  }
  const base = await scan.bench.callFor(operation, actor);
  const ask = (size: number): Promise<Answer> => {
    const call: Call = { ...base, query: { ...base.query, [paging.parameter]: size } };
    return scan.send(call, actor);
  };
  const countOf = ({ json }: Answer): number | undefined => {
    if (json === undefined) return undefined;
    const list = paging.items === undefined ? itemsOf(json) : applyPath(paging.items, json).values[0];
    return Array.isArray(list) ? list.length : undefined;
  };
  const [below, above] = [await ask(most), await ask(most + 1)];
  if (unjudged(row, check, operation, below) || unjudged(row, check, operation, above)) return;
  const [withMost, withMore] = [countOf(below), countOf(above)];
  if (!isGranted(below))
    tell(
      row,
      check,
      operation,
      `expected ${paging.parameter}=${String(most)} to be granted, got ${String(below.meaning)}`,
      below,
    );
  else if (withMost !== undefined && withMost > most)
    tell(row, check, operation, `expected at most ${String(most)} elements, got ${String(withMost)}`, below);
  else if (isGranted(above) && withMore !== undefined && withMore > most)
    tell(
      row,
      check,
      operation,
      `expected ${paging.parameter}=${String(most + 1)} to be refused or cut to ${String(most)}, got ${String(withMore)} elements`,
      above,
    );
  else if (isGranted(above) && (withMore ?? 0) < most)
    scan.skip(
      check,
      operation.id,
      `there are only ${String(withMore ?? 0)} elements: a bound of ${String(most)} cannot show`,
      part,
    );
  else scan.clear(check, operation.id, part);
};

const lookAtRate = async (row: Row): Promise<void> => {
  const { scan, tier, actor, part } = row;
  const sought = soughtOf(tier);
  if (sought === undefined || !scan.wants('tier-rate-limit')) return;
  const named = scan.definition.measures?.rate;
  const operation = named === undefined ? undefined : scan.contract.operation(named);
  if (operation === undefined)
    scan.skip('tier-rate-limit', undefined, 'expected measures.rate to name an operation of the document', part);
  else await askLimit(scan, { check: 'tier-rate-limit', operation, actor, sought, part });
};

const rowsOf = (scan: Scan): Row[] =>
  Object.entries(scan.definition.tiers ?? {}).flatMap(([name, tier]) => {
    const actor = scan.actors.find((one) => one.name === tier.identity);
    if (actor === undefined)
      scan.skip('tier-operation', undefined, `expected one of the identities, got ${tier.identity}`, `tier ${name}`);
    return actor === undefined ? [] : [{ scan, part: `tier ${name}`, tier, actor }];
  });

export const tiers: Family = {
  scope: 'api',
  checks: ['tier-operation', 'tier-fields', 'tier-delay', 'tier-page-size'],
  run: async (scan) => {
    for (const row of rowsOf(scan)) {
      const { tier } = row;
      const lists = [
        [tier.allowed ?? [], true],
        [tier.forbidden ?? [], false],
      ] as const;
      for (const [patterns, isAllowed] of lists)
        for (const operation of scan.contract.operations.filter((one) =>
          patterns.some((pattern) => matchesOperation(pattern, one)),
        ))
          if (scan.wants('tier-operation')) await lookAtOperation(row, operation, isAllowed);
      for (const [name, fields] of Object.entries(tier.fields ?? {})) {
        const operation = scan.contract.operation(name);
        if (!scan.wants('tier-fields')) continue;
        if (operation === undefined) scan.skip('tier-fields', name, 'the document has no such operation', row.part);
        else await lookAtFields(row, operation, fields);
      }
      if (tier.dataDelayHours !== undefined && scan.wants('tier-delay')) await lookAtDelay(row, tier.dataDelayHours);
      if (tier.pageSizeMax !== undefined && scan.wants('tier-page-size')) await lookAtPages(row, tier.pageSizeMax);
    }
  },
};

/** After everything else: it uses the limits up. */
export const tierRates: Family = {
  scope: 'api',
  checks: ['tier-rate-limit', 'rate-limit-headers'],
  run: async (scan) => {
    for (const row of rowsOf(scan)) await lookAtRate(row);
  },
};
