import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Document } from 'yaml';
import { fromPointer } from '#core/json-types';
import type { SourcePlace } from '#core/suite';

/** Place of a value by JSON Pointer; the nearest one above it when it is not there. */
export type PlaceOf = (pointer: string, what?: 'value' | 'key') => SourcePlace;

/** `<<` without quotes (YAML 1.1): the fields of other objects are taken over. */
export const isMergeKey = (key: unknown): boolean => isScalar(key) && key.value === '<<' && key.type === 'PLAIN';

/** What stands after `<<`: one object or a list of them, each as it is written, so that aliases stay bounded. */
export const mergeSources = (value: unknown, document: Document): readonly unknown[] => {
  const target: unknown = isAlias(value) ? value.resolve(document) : value;
  return isSeq(target) ? target.items : [value];
};

interface Child {
  readonly key?: unknown;
  readonly value: unknown;
}

const childOf = (node: unknown, segment: string, document: Document): Child | undefined => {
  if (isAlias(node)) return childOf(node.resolve(document), segment, document);
  if (isSeq(node)) {
    const item = node.items[Number(segment)];
    return item === undefined ? undefined : { value: isPair(item) ? item.value : item };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((candidate) => isScalar(candidate.key) && String(candidate.key.value) === segment);
  if (pair !== undefined) return { key: pair.key, value: pair.value };
  for (const merge of node.items.filter(({ key }) => isMergeKey(key)))
    for (const source of mergeSources(merge.value, document)) {
      const child = childOf(source, segment, document);
      if (child !== undefined) return child;
    }
  return undefined;
};

export const startOf = (node: unknown): number | undefined =>
  (node as { range?: readonly number[] } | null)?.range?.[0];

/** Finds the place of a value by JSON Pointer, through aliases and merged objects; the nearest one above it when it is not there. */
export const placeFinder =
  (document: Document, file: string, at: (offset: number) => { line: number; col: number }): PlaceOf =>
  (pointer, what = 'value') => {
    let node: unknown = document.contents;
    let offset = startOf(node) ?? 0;
    for (const segment of fromPointer(pointer)) {
      const child = childOf(node, segment, document);
      if (child === undefined) break;
      node = child.value;
      offset = (what === 'key' ? startOf(child.key) : undefined) ?? startOf(node) ?? startOf(child.key) ?? offset;
    }
    const { line, col } = at(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
