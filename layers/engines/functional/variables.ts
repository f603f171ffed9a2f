import { isReserved } from '#core/variable-uses';
import { isSensitiveKey } from '#core/masking';
import type { Masker } from '#core/masking';
import { fieldOf } from '#core/json-types';
import { sizeText } from '#core/size-text';
import type { SuiteDefinition } from '#core/suite';
import { findVariables, substitute } from '#core/template';
import type { SubstituteOptions } from '#core/template';
import type { Json, JsonObject } from '#core/units';
import type { SecretVault } from '#engines/functional/secret-vault';

/** C3: one context holds at most 10 MB. */
export const CONTEXT_BYTES_MAX = 10 * 1024 * 1024;
/** C3.1: from here on a case carries a warning. */
export const CONTEXT_BYTES_WARN = CONTEXT_BYTES_MAX * 0.8;

export interface RunFacts {
  readonly runId: string;
  readonly environment: string;
  readonly shard: number;
}

/** The row that a scope stands for. */
export interface RowFacts {
  readonly flow: string;
  /** From 1. */
  readonly number: number;
  /** Fields of the row, or the element of a list. */
  readonly value: Json;
  /** Whether it came from an answer of the target. */
  readonly isCaptured: boolean;
}

/** What cases see, and where their captures go: one for a suite in one shard, and one below it for each row of a flow. */
export interface Scope {
  readonly row: RowFacts | undefined;
  /** What one case sees; `onSecret` hears the names of secrets that were used, directly or inside the suite's `variables`. */
  readonly lookupFor: (caseId: string, onSecret: (name: string) => void) => SubstituteOptions['lookup'];
  /** Names of the secrets that the texts of a value need. */
  readonly secretsIn: (value: Json) => ReadonlySet<string>;
  /**
   * Keeps captured values for later cases.
   *
   * @returns bytes of the whole context afterwards
   * @throws RangeError naming the variable that would make the context larger than CONTEXT_BYTES_MAX; nothing is kept then
   */
  readonly keep: (captured: ReadonlyMap<string, Json>, isSecret: boolean) => number;
  readonly captured: (name: string) => Json | undefined;
  /** A scope below this one, for a row: what it captures is seen by that row alone. */
  readonly below: (row: RowFacts) => Scope;
  /** Forgets what was captured here. */
  readonly wipe: () => void;
}

const sizeOf = (value: Json): number => Buffer.byteLength(JSON.stringify(value));

const teach = (masker: Masker, name: string, value: Json): void => {
  if (typeof value === 'string') masker.addSecret(name, value);
  else if (typeof value === 'object' && value !== null)
    for (const item of Object.values<Json>(value)) teach(masker, name, item);
};

/** Values that hold for a whole suite besides its variables. */
export interface SuiteValues {
  readonly persona: JsonObject;
  readonly webhooks: JsonObject;
  /** Generated values inside the suite's `variables`: one for the whole suite. */
  readonly generate: NonNullable<SubstituteOptions['generate']>;
}

export interface Sources {
  readonly suiteId: string;
  readonly suite: SuiteDefinition;
  readonly environment: JsonObject;
  readonly vault: SecretVault;
  readonly masker: Masker;
  readonly facts: RunFacts;
  readonly values: SuiteValues;
}

interface Budget {
  bytes: number;
}

/** Looked up in this order of strength: the engine's own, captured (row before suite), suite, secret, environment. */
const scopeOf = (sources: Sources, budget: Budget, row: RowFacts | undefined, above: Scope | undefined): Scope => {
  const { suite, vault, masker } = sources;
  const captured = new Map<string, Json>();
  const find = (name: string): Json | undefined => captured.get(name) ?? above?.captured(name);
  const scope: Scope = {
    row,
    captured: find,
    lookupFor: (caseId, onSecret) => {
      const basic = (name: string): Json | undefined =>
        isReserved(name) ? own(name, sources, caseId, row) : outside(name, sources, onSecret);
      return (name) => {
        if (isReserved(name)) return basic(name);
        const there = find(name);
        if (there !== undefined) return there;
        const value = fieldOf(suite.variables ?? {}, name);
        if (value === undefined) return basic(name);
        return substitute(value, { lookup: basic, generate: sources.values.generate }, `/variables/${name}`);
      };
    },
    secretsIn: (value) => secretsIn(value, suite, vault),
    keep: (values, isSecret) => {
      let after = budget.bytes;
      for (const [name, value] of values) {
        const before = captured.get(name);
        after += sizeOf(value) - (before === undefined ? 0 : sizeOf(before));
        if (after > CONTEXT_BYTES_MAX)
          throw new RangeError(
            `expected at most ${sizeText(CONTEXT_BYTES_MAX)} of captured values, got more with "${name}"`,
          );
      }
      for (const [name, value] of values) {
        captured.set(name, value);
        if (isSecret || isSensitiveKey(name)) teach(masker, name, value);
      }
      budget.bytes = after;
      return after;
    },
    below: (facts) => scopeOf(sources, budget, facts, scope),
    wipe: () => {
      for (const value of captured.values()) budget.bytes -= sizeOf(value);
      captured.clear();
    },
  };
  return scope;
};

/** The scope of one suite in one shard. */
export const suiteScope = (sources: Sources): Scope => scopeOf(sources, { bytes: 0 }, undefined, undefined);

const outside = (name: string, { environment, vault }: Sources, onSecret: (name: string) => void): Json | undefined => {
  if (!vault.names.has(name)) return fieldOf(environment, name);
  onSecret(name);
  return vault.value(name);
};

const own = (
  name: string,
  { facts, suiteId, values }: Sources,
  caseId: string,
  row: RowFacts | undefined,
): Json | undefined => {
  if (name === 'row') return row?.value;
  if (name === 'persona') return values.persona;
  if (name === 'webhooks') return values.webhooks;
  return {
    id: facts.runId,
    suite: suiteId,
    case: caseId,
    environment: facts.environment,
    shard: facts.shard,
    ...(row === undefined ? {} : { row: row.number }),
  };
};

const secretsIn = (value: Json, suite: SuiteDefinition, vault: SecretVault): ReadonlySet<string> => {
  if (vault.names.size === 0) return vault.names;
  const names = findVariables(value).uses.map((use) => use.name);
  const inside = names.flatMap((name) =>
    findVariables(fieldOf(suite.variables ?? {}, name) ?? null).uses.map((use) => use.name),
  );
  return new Set([...names, ...inside].filter((name) => vault.names.has(name)));
};
