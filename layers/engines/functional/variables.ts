import { RUN_VARIABLE } from '#core/dependency-graph';
import { isSensitiveKey } from '#core/masking';
import type { Masker } from '#core/masking';
import { fieldOf } from '#core/json-types';
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

/** The variables of one suite in one shard. */
export interface Variables {
  /** What one case sees; `onUse` hears the names of secrets that were used, directly or inside the suite's `variables`. */
  readonly lookupFor: (caseId: string, onSecret: (name: string) => void) => SubstituteOptions['lookup'];
  /** Names of the secrets that the texts of a value need. */
  readonly secretsIn: (value: Json) => ReadonlySet<string>;
  /**
   * Keeps captured values for later cases.
   *
   * @returns bytes of the context afterwards
   * @throws RangeError naming the variable that would make the context larger than CONTEXT_BYTES_MAX; nothing is kept then
   */
  readonly keep: (captured: ReadonlyMap<string, Json>, token: boolean) => number;
  readonly wipe: () => void;
}

const sizeOf = (value: Json): number => Buffer.byteLength(JSON.stringify(value));

const teach = (masker: Masker, name: string, value: Json): void => {
  if (typeof value === 'string') masker.addSecret(name, value);
  else if (typeof value === 'object' && value !== null)
    for (const item of Object.values<Json>(value)) teach(masker, name, item);
};

interface Sources {
  readonly suiteId: string;
  readonly suite: SuiteDefinition;
  readonly environment: JsonObject;
  readonly vault: SecretVault;
  readonly masker: Masker;
  readonly facts: RunFacts;
}

/** Environment, suite, captured and run variables, looked up in this order of strength: run, captured, suite, secret, environment. */
export const suiteVariables = (sources: Sources): Variables => {
  const { suite, environment, vault, masker } = sources;
  const captured = new Map<string, Json>();
  let bytes = 0;
  const outside = (name: string, onSecret: (name: string) => void): Json | undefined => {
    if (!vault.names.has(name)) return fieldOf(environment, name);
    onSecret(name);
    return vault.value(name);
  };
  const lookupFor: Variables['lookupFor'] = (caseId, onSecret) => {
    const basic = (name: string): Json | undefined =>
      name === RUN_VARIABLE ? runValue(sources, caseId) : outside(name, onSecret);
    return (name) => {
      if (name === RUN_VARIABLE) return basic(name);
      if (captured.has(name)) return captured.get(name);
      const own = fieldOf(suite.variables ?? {}, name);
      return own === undefined ? basic(name) : substitute(own, { lookup: basic }, `/variables/${name}`);
    };
  };
  return {
    lookupFor,
    secretsIn: (value) => {
      const names = findVariables(value).uses.map((use) => use.name);
      const inside = names.flatMap((name) =>
        findVariables(fieldOf(suite.variables ?? {}, name) ?? null).uses.map((use) => use.name),
      );
      return new Set([...names, ...inside].filter((name) => vault.names.has(name)));
    },
    keep: (values, token) => {
      let after = bytes;
      for (const [name, value] of values) {
        const before = captured.get(name);
        after += sizeOf(value) - (before === undefined ? 0 : sizeOf(before));
        if (after > CONTEXT_BYTES_MAX)
          throw new RangeError(
            `expected at most ${String(CONTEXT_BYTES_MAX)} bytes of captured values, got more with "${name}"`,
          );
      }
      for (const [name, value] of values) {
        captured.set(name, value);
        if (token || isSensitiveKey(name)) teach(masker, name, value);
      }
      bytes = after;
      return bytes;
    },
    wipe: () => {
      captured.clear();
    },
  };
};

const runValue = ({ facts, suiteId }: Sources, caseId: string): Json => ({
  id: facts.runId,
  suite: suiteId,
  case: caseId,
  environment: facts.environment,
  shard: facts.shard,
});
