/** Examples of the pages for people who write suites, as their blocks have them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const PAGES = [
  'writing-suites.md',
  ...['checks', 'data', 'reuse', 'lifecycle', 'webhooks-and-messages', 'probes'].map((page) => `suites/${page}.md`),
];

export interface Example {
  readonly id: string;
  readonly page: string;
  /** Line of the block's first line in the page. */
  readonly line: number;
  /** With a head where the block shows only a part of a suite. */
  readonly text: string;
}

const BLOCK = /(?:<!-- example: ([a-z-]+) -->\n)?```yaml\n([\s\S]*?)```/gu;

const docs = path.resolve(import.meta.dirname, '../../docs');

/** Every block of YAML of a page; one without id has an empty one. */
export const examplesOf = (page: string): Example[] => {
  const text = readFileSync(path.join(docs, page), 'utf8');
  return [...text.matchAll(BLOCK)].map((match) => {
    const block = match[2] ?? '';
    return {
      id: match[1] ?? '',
      page,
      line: text.slice(0, match.index).split('\n').length,
      text: block.startsWith('suite:') ? block : `suite: example\nservice: shop\n${block}`,
    };
  });
};
