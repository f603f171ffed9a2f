import type { Capture, Check } from '#core/check';
import type { RequestTemplate, SuiteDefinition } from '#core/suite';
import type { Json } from '#core/units';
import type { SecretStore } from './secret-store.ts';

/** One request of a collection, recording or command line on its way into a suite. */
export interface ImportedCall {
  /** Where it stands in what was imported, for people. */
  readonly place: string;
  readonly name: string;
  /** Folders from the outermost; those with the same first folder may become one suite. */
  readonly folders: readonly string[];
  /** Base URL that the path is below. */
  readonly base: string;
  readonly request: Omit<RequestTemplate, 'target'>;
  readonly checks: readonly Check[];
  readonly captures: ReadonlyMap<string, Capture>;
  /** What could not be translated and what people should know, one text each. */
  readonly notes: readonly string[];
  /** Names of calls that run after this one, because a script says so. */
  readonly next?: string;
}

/** Everything that was read, still in its order. */
export interface Imported {
  readonly title: string;
  readonly calls: readonly ImportedCall[];
  /** Values for variables that no call captures; they go into the environment. */
  readonly variables: ReadonlyMap<string, Json>;
  readonly secrets: SecretStore;
  readonly defaults?: SuiteDefinition['defaults'];
  /** What was left out, with its place. */
  readonly remarks: readonly string[];
  /** Says in the files what they were made from. */
  readonly source: string;
}
