import { environmentRuns, labelPartition, openRuns, runKey, runPosition, serviceRuns, tenantRuns } from '#aws/keys';
import { compressed, decompressed, pieceKeys, unpacked, type Packed } from '#aws/packed';
import { upcast, withoutTableAttributes } from '#aws/schema-version';
import type { ConditionalPut, Item } from '#aws/table-types';
import { isNew } from '#aws/expression';
import type { FrozenAttempts, GateReason, GateResult, Run } from '#core/run';

const SECONDS_A_DAY = 86_400;
/**
 * Rows beside a run (labels, shards, pieces) expire by themselves, far beyond the 180 days for which the run itself stays queryable after
 * it was sealed; the run's own expiry is set by the seal, so that nothing unsealed is ever dropped.
 */
export const BESIDE_RUN_DAYS = 400;
export const SEALED_RUN_DAYS = 180;

export const expiryAfter = (epochMs: number, days: number): number => Math.floor(epochMs / 1000) + days * SECONDS_A_DAY;

/** Lists that callers write may hold thousands of ids; above this they are stored compressed. */
const PLAIN_JSON_CHARS_MAX = 8_000;
const MAYBE_LARGE = ['selectors', 'onlyCases'] as const;

/** The run item with its index keys. The open-run keys are there until the seal removes them. */
export const runItem = (run: Run): ConditionalPut['item'] => {
  const { frozen: _frozen, gate: _gate, ...plain } = run;
  const large = MAYBE_LARGE.filter((field) => JSON.stringify(run[field] ?? null).length > PLAIN_JSON_CHARS_MAX);
  const position = runPosition(run);
  const keys = {
    ...runKey(run.tenant, run.runId),
    gsi1pk: serviceRuns(run.tenant, run.service),
    gsi1sk: position,
    gsi2pk: environmentRuns(run.tenant, run.environment),
    gsi2sk: position,
    gsi3pk: openRuns(run.tenant),
    gsi3sk: position,
    gsi4pk: tenantRuns(run.tenant),
    gsi4sk: position,
  };
  if (large.length === 0) return { ...plain, ...keys };
  const small = Object.fromEntries(
    Object.entries(plain).filter(([field]) => !(large as readonly string[]).includes(field)),
  );
  return {
    ...small,
    ...keys,
    compressedFields: Object.fromEntries(large.map((field) => [field, compressed(run[field])])),
  };
};

/** One row per label: what makes "runs of a label, newest first" one query. */
export const labelItems = (run: Run): ConditionalPut[] =>
  Object.entries(run.labels).map(([key, value]) => ({
    item: {
      pk: labelPartition(run.tenant, `${key}=${value}`),
      sk: runPosition(run),
      schemaVersion: 1,
      runId: run.runId,
      expiresAtEpochSeconds: expiryAfter(run.acceptedAtEpochMs, BESIDE_RUN_DAYS),
    },
    where: isNew,
  }));

/** Gate results are split: the answer and figures stand plainly in the item, the reasons are packed. */
export const gateFields = (gate: GateResult): Omit<GateResult, 'reasons'> => {
  const { reasons: _reasons, ...figures } = gate;
  return figures;
};

const fieldsOf = (item: Item): Item => {
  const { frozen: _frozen, gateReasons: _reasons, compressedFields, ...rest } = withoutTableAttributes(upcast(item));
  const large = Object.entries((compressedFields ?? {}) as { readonly [field: string]: Uint8Array });
  return { ...rest, ...Object.fromEntries(large.map(([field, bytes]) => [field, decompressed(bytes)])) };
};

/** A run as lists show it: without the frozen set, its gate without reasons. */
export const listedRun = (item: Item): Run => {
  const fields = fieldsOf(item) as unknown as Run;
  return fields.gate === undefined ? fields : { ...fields, gate: { ...fields.gate, reasons: [] } };
};

const packedOf = (item: Item, attribute: 'frozen' | 'gateReasons'): Packed | undefined =>
  item[attribute] as Packed | undefined;
const ownerOf = (item: Item): { readonly tenant: string; readonly runId: string } => ({
  tenant: String(item['tenant']),
  runId: String(item['runId']),
});

/** Keys of the items without which a run cannot be read whole. */
export const missingPieces = (item: Item): { pk: string; sk: string }[] => [
  ...pieceKeys(ownerOf(item), packedOf(item, 'frozen')),
  ...pieceKeys(ownerOf(item), packedOf(item, 'gateReasons')),
];

export const frozenOf = (item: Item, siblings: readonly Item[]): FrozenAttempts | undefined => {
  const packed = packedOf(item, 'frozen');
  return packed === undefined ? undefined : (unpacked(ownerOf(item), packed, siblings) as FrozenAttempts);
};

/** The whole run; `siblings` hold the pieces that `missingPieces` names. */
export const wholeRun = (item: Item, siblings: readonly Item[]): Run => {
  const run = listedRun(item);
  const frozen = frozenOf(item, siblings);
  const reasons = packedOf(item, 'gateReasons');
  const gate =
    run.gate === undefined || reasons === undefined
      ? run.gate
      : { ...run.gate, reasons: unpacked(ownerOf(item), reasons, siblings) as readonly GateReason[] };
  return { ...run, ...(frozen === undefined ? {} : { frozen }), ...(gate === undefined ? {} : { gate }) };
};
