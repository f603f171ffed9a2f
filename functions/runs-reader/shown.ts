import { isJsonObject } from '#core/json-types';
import { MASK } from '#core/masking';
import type { Json, JsonObject } from '#core/units';

/** What becomes of one value; `inside` is the object that it is a field of. */
export type Show = (value: Json, inside: JsonObject) => Json;

/** Which fields of a record may be seen without `payload:read`, and how. A field that is not named is masked. */
export interface OpenFields {
  readonly [field: string]: Show;
}

/** A single value as it is. An object or a list in its place was not foreseen, so it may hold anything. */
export const open: Show = (value) => (typeof value === 'object' && value !== null ? MASK : value);

/** A list of single values, each as it is. */
export const openList: Show = (value, inside) =>
  Array.isArray(value) ? value.map((item: Json) => open(item, inside)) : MASK;

/** The record with open fields as their rule says and `***` in place of every other one. */
export const showFields = (record: JsonObject, fields: OpenFields): JsonObject =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => {
      const show = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return [name, show === undefined ? MASK : show(value, record)];
    }),
  );

/** A record inside a record. */
export const openRecord =
  (fields: OpenFields): Show =>
  (value) =>
    isJsonObject(value) ? showFields(value, fields) : MASK;

/** A list of records. */
export const openRecords =
  (fields: OpenFields): Show =>
  (value, inside) =>
    Array.isArray(value) ? value.map((item: Json) => openRecord(fields)(item, inside)) : MASK;

/** Where something was sent, without the path and query that may hold what it was about: `https://shop.example/***`. */
export const openOrigin = (address: string): string => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url === undefined || url.origin === 'null' ? MASK : `${url.origin}/${MASK}`;
};
