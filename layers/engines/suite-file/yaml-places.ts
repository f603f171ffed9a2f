import { isAlias, isMap, isPair, isScalar, isSeq, visit } from 'yaml';
import type { Alias, Document, Node } from 'yaml';
import { fromPointer } from '#core/json-types';
import type { SourcePlace } from '#core/suite';

/** Place of a value by JSON Pointer; the nearest one above it when it is not there. */
export type PlaceOf = (pointer: string, what?: 'value' | 'key') => SourcePlace;

/** What an alias stands for; undefined when no anchor of that name comes before it. */
export type Resolve = (alias: Alias) => Node | undefined;

/** Resolves aliases in one pass over the document; the library goes through all of it for each. */
export const aliasResolver = (document: Document): Resolve => {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Value: (_key, node) => {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
    Alias: (_key, alias) => {
      const target = anchors.get(alias.source);
      if (target !== undefined) targets.set(alias, target);
    },
  });
  return (alias) => targets.get(alias);
};

/** `<<` without quotes (YAML 1.1): the fields of other objects are taken over. */
export const isMergeKey = (key: unknown): boolean => isScalar(key) && key.value === '<<' && key.type === 'PLAIN';

/** What stands after `<<`: one object or a list of them, each as it is written, so that aliases stay bounded. */
export const mergeSources = (value: unknown, resolve: Resolve): readonly unknown[] => {
  const target: unknown = isAlias(value) ? resolve(value) : value;
  return isSeq(target) ? target.items : [value];
};

interface Child {
  readonly key?: unknown;
  readonly value: unknown;
}

const childOf = (node: unknown, segment: string, resolve: Resolve): Child | undefined => {
  if (isAlias(node)) return childOf(resolve(node), segment, resolve);
  if (isSeq(node)) {
    const item = node.items[Number(segment)];
    return item === undefined ? undefined : { value: isPair(item) ? item.value : item };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((candidate) => isScalar(candidate.key) && String(candidate.key.value) === segment);
  if (pair !== undefined) return { key: pair.key, value: pair.value };
  for (const merge of node.items.filter(({ key }) => isMergeKey(key)))
    for (const source of mergeSources(merge.value, resolve)) {
      const child = childOf(source, segment, resolve);
      if (child !== undefined) return child;
    }
  return undefined;
};

export const startOf = (node: unknown): number | undefined =>
  (node as { range?: readonly number[] } | null)?.range?.[0];

/** Finds the place of a value by JSON Pointer, through aliases and merged objects; the nearest one above it when it is not there. */
export const placeFinder =
  (
    document: Document,
    resolve: Resolve,
    file: string,
    at: (offset: number) => { line: number; col: number },
  ): PlaceOf =>
  (pointer, what = 'value') => {
    let node: unknown = document.contents;
    let offset = startOf(node) ?? 0;
    for (const segment of fromPointer(pointer)) {
      const child = childOf(node, segment, resolve);
      if (child === undefined) break;
      node = child.value;
      offset = (what === 'key' ? startOf(child.key) : undefined) ?? startOf(node) ?? startOf(child.key) ?? offset;
    }
    const { line, col } = at(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
