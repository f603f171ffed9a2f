import type { SeededRandom } from '#engines/data/seeded-random';
import { characterAt, sizeOf, type CharacterSet } from './character-set.ts';
import { isHopeless, matchesPattern } from './watched-pattern.ts';
import { parsePattern, type PatternNode } from './parse-pattern.ts';

export interface TextLimits {
  readonly min: number;
  readonly max: number;
}

const TRIES = 30;
const TEXT_MAX = 20_000;

/** Fewest characters that a node takes; repeats of more than a text may hold count as that much. */
const shortest = (node: PatternNode): number => {
  switch (node.kind) {
    case 'set':
      return 1;
    case 'sequence':
      return node.parts.reduce((total, part) => total + shortest(part), 0);
    case 'choice':
      return Math.min(...node.options.map(shortest));
    case 'repeat':
      return Math.min(node.min * shortest(node.of), TEXT_MAX);
    case 'group':
      return shortest(node.of);
    case 'again':
    case 'nothing':
      return 0;
    default:
      return node satisfies never;
  }
};

interface Draw {
  readonly random: SeededRandom;
  /** Characters beyond the shortest text that repeats may still take. */
  spare: number;
  readonly groups: Map<string, string>;
  made: number;
}

/** A set is asked for each character of each text. */
const plainSets = new WeakMap<CharacterSet, CharacterSet>();

/** Letters and digits first: rare characters of a class are the business of other tests. */
const plainOf = (set: CharacterSet): CharacterSet => {
  const known = plainSets.get(set);
  if (known !== undefined) return known;
  const plain = set.flatMap(([low, high]): [number, number][] =>
    [
      [0x30, 0x39],
      [0x41, 0x5a],
      [0x61, 0x7a],
    ].flatMap(([from = 0, to = 0]): [number, number][] =>
      low <= to && high >= from ? [[Math.max(low, from), Math.min(high, to)]] : [],
    ),
  );
  const chosen = plain.length > 0 ? plain : set;
  plainSets.set(set, chosen);
  return chosen;
};

const drawn = (node: PatternNode, draw: Draw): string => {
  if (draw.made > TEXT_MAX) return '';
  switch (node.kind) {
    case 'set': {
      const set = plainOf(node.set);
      const size = sizeOf(set);
      draw.made += 1;
      return size === 0 ? '' : characterAt(set, draw.random.int(0, size - 1));
    }
    case 'sequence':
      return node.parts.map((part) => drawn(part, draw)).join('');
    case 'choice':
      return drawn(draw.random.pick(node.options), draw);
    case 'repeat': {
      const unit = Math.max(1, shortest(node.of));
      const extra = Math.max(0, Math.min(node.max - node.min, Math.floor(draw.spare / unit)));
      draw.spare -= extra * unit;
      let text = '';
      for (let count = 0; count < node.min + extra && draw.made <= TEXT_MAX; count += 1) text += drawn(node.of, draw);
      return text;
    }
    case 'group': {
      const text = drawn(node.of, draw);
      if (node.number > 0) draw.groups.set(String(node.number), text);
      if (node.name !== undefined) draw.groups.set(node.name, text);
      return text;
    }
    case 'again':
      return draw.groups.get(node.group) ?? '';
    case 'nothing':
      return '';
    default:
      return node satisfies never;
  }
};

const parsed = new Map<string, PatternNode | undefined>();

const treeOf = (source: string): PatternNode | undefined => {
  if (parsed.has(source)) return parsed.get(source);
  let tree: PatternNode | undefined;
  try {
    tree = parsePattern(source);
  } catch {
    // Schemas in the field have expressions of other languages; nothing is drawn from those.
    tree = undefined;
  }
  if (parsed.size > 2_000) parsed.clear();
  parsed.set(source, tree);
  return tree;
};

/** Whether an expression can be read at all. */
export const isReadablePattern = (source: string): boolean => treeOf(source) !== undefined;

const lengthOf = (text: string): number => [...text].length;

/**
 * A text that matches, with so many characters, or undefined where none was found.
 *
 * @param aim length to come near to; the shortest when absent
 */
export const textOfPattern = (
  source: string,
  random: SeededRandom,
  limits: TextLimits,
  aim = limits.min,
): string | undefined => {
  const tree = treeOf(source);
  if (tree === undefined) return undefined;
  const least = shortest(tree);
  // What needs the longest text that is made needs a longer one still, and what nobody can judge in time is not drawn.
  if (least > limits.max || least >= TEXT_MAX) return undefined;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const wanted = Math.min(limits.max, Math.max(limits.min, aim) + (attempt < TRIES / 2 ? 0 : random.int(0, 3)));
    const draw: Draw = { random, spare: Math.max(0, wanted - least), groups: new Map(), made: 0 };
    const text = drawn(tree, draw);
    // An expression without anchors takes any text around what it looks for.
    for (const whole of [text, text.padEnd(wanted, 'a'), text.padStart(wanted, 'a')])
      if (lengthOf(whole) >= limits.min && lengthOf(whole) <= limits.max && matchesPattern(source, whole) === true)
        return whole;
    if (isHopeless(source)) return undefined;
  }
  return undefined;
};

/** A text of an allowed length that does not match, as near to a matching one as could be made; undefined where none was found. */
export const textAgainstPattern = (source: string, random: SeededRandom, limits: TextLimits): string | undefined => {
  const matching = textOfPattern(source, random, limits) ?? '';
  if (!isReadablePattern(source)) return undefined;
  const middle = Math.floor(matching.length / 2);
  const candidates = [
    `${matching.slice(0, middle)}!${matching.slice(middle + 1)}`,
    `!${matching.slice(1)}`,
    `${matching.slice(0, -1)}!`,
    `${matching}!`,
    `!${matching}`,
    matching.slice(0, -1),
    matching.slice(1),
    matching.toUpperCase(),
    matching.toLowerCase(),
    'a'.repeat(Math.max(1, Math.min(limits.min, TEXT_MAX))),
    '!'.repeat(Math.max(1, Math.min(limits.min, TEXT_MAX))),
    '0'.repeat(Math.max(1, Math.min(limits.min, TEXT_MAX))),
    ' '.repeat(Math.max(1, Math.min(limits.min, TEXT_MAX))),
    '',
  ];
  return candidates.find(
    (text) => lengthOf(text) >= limits.min && lengthOf(text) <= limits.max && matchesPattern(source, text) === false,
  );
};
