/** What value generators know of a document: its schemas as JSON Schema 2020-12, and whether a value is valid for one of them. */
import type { Json, JsonObject } from '#core/units';
import { isJsonObject } from '#core/json-types';

export interface SchemaFault {
  /** The keyword that the value breaks: `maximum`, `required`. */
  readonly keyword: string;
  /** JSON Pointer of the value inside the whole one. For `required` that of the object that lacks a field. */
  readonly place: string;
}

export interface SchemaSource {
  /** What a `$ref` leads to; undefined where it leads nowhere. */
  readonly resolve: (ref: string) => Json | undefined;
  /** Every fault of a value, empty when it is valid. */
  readonly faultsOf: (schema: Json, value: Json) => readonly SchemaFault[];
}

/** A schema without `$ref`, `allOf`, `anyOf`, `oneOf` and `if`: one of the parts whose conjunction a branch is. */
export type Part = JsonObject;

export const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as Json[]) : []);
export const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
export const numberOf = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;
export const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
