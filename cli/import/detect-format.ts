import { isNode, nodeOf, textOf } from '../starter/document.ts';

export const FORMATS = ['openapi', 'postman', 'har', 'curl'] as const;
export type Format = (typeof FORMATS)[number];

/** What a value of a JSON file is by its own words; undefined when it does not say. */
export const formatOf = (value: unknown): Format | undefined => {
  const root = nodeOf(value);
  if (root['openapi'] !== undefined || root['swagger'] !== undefined) return 'openapi';
  if (Array.isArray(nodeOf(root['log'])['entries'])) return 'har';
  const collection = isNode(root['collection']) ? root['collection'] : root;
  const isPostman = textOf(nodeOf(collection['info'])['schema'])?.includes('getpostman.com') === true;
  return isPostman || Array.isArray(collection['item']) ? 'postman' : undefined;
};
