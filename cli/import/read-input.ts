import { readFile, stat } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { sizeBeside, sizeText } from '#core/size-text';
import { fileFailure, usageFailure } from '../cli-failure.ts';
import { jsonFaultOffset } from './json-place.ts';

/** Larger than any document, collection or recording that people import; checked before a byte is read. */
export const INPUT_BYTES_MAX = 64 * 1024 * 1024;
/** Deeper than what people or programs write; beyond it a document is hostile or broken. */
export const INPUT_DEPTH_MAX = 400;

/** Text of a file of at most `bytesMax`. @throws CliFailure usage, before reading when it is larger */
export const readInput = async (file: string, shown: string, bytesMax = INPUT_BYTES_MAX): Promise<string> => {
  try {
    const { size } = await stat(file);
    if (size > bytesMax)
      throw usageFailure(`${shown} is larger than ${sizeText(bytesMax)}: it has ${sizeBeside(size, bytesMax)}`);
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof Error && error.name === 'CliFailure') throw error;
    throw fileFailure('read', shown, error);
  }
};

/** Finds `12:7`, both from 1, for offsets of a text, each in little time. */
export const placesOf = (text: string): ((offset: number) => string) => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return `${String(low + 1)}:${String(offset - (starts[low] ?? 0) + 1)}`;
  };
};

const jsonReason = (text: string, offset: number): string =>
  offset >= text.trimEnd().length
    ? 'it ends too early'
    : `expected JSON, got ${JSON.stringify(text.slice(offset, offset + 20))}`;

/** How deep lists and objects are nested, found without recursion; at most `max` + 1. */
export const depthOf = (value: unknown, max = INPUT_DEPTH_MAX): number => {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= max; depth += 1) {
    const next: unknown[] = [];
    const seen = new Set<unknown>();
    for (const one of level) {
      if (typeof one !== 'object' || one === null || seen.has(one)) continue;
      seen.add(one);
      for (const inner of Object.values(one)) if (typeof inner === 'object' && inner !== null) next.push(inner);
    }
    if (next.length === 0) return depth;
    level = next;
  }
  return max + 1;
};

const checkDepth = (value: unknown, shown: string): unknown => {
  if (depthOf(value) > INPUT_DEPTH_MAX)
    throw usageFailure(`${shown} is nested deeper than ${String(INPUT_DEPTH_MAX)} levels`);
  return value;
};

/** The value of a JSON text. @throws CliFailure usage with line and column */
export const parseJsonInput = (text: string, shown: string): unknown => {
  try {
    return checkDepth(JSON.parse(text), shown);
  } catch (error) {
    if (error instanceof Error && error.name === 'CliFailure') throw error;
    const offset = jsonFaultOffset(text);
    throw usageFailure(`${shown} is not JSON: ${shown}:${placesOf(text)(offset)}: ${jsonReason(text, offset)}`);
  }
};

/** A YAML parser follows nesting by recursion: brackets or indentation that only an attack has are told before. */
const isHostile = (text: string): boolean => /[[{](?:[\s"a-z:]{0,20}[[{]){400}/.test(text) || /(?:- ){400}/.test(text);

/** The value of a JSON or YAML text. @throws CliFailure usage with line and column */
export const parseYamlInput = (text: string, shown: string): unknown => {
  if (/^\s*[{[]/.test(text)) {
    try {
      return checkDepth(JSON.parse(text), shown);
    } catch (error) {
      if (shown.toLowerCase().endsWith('.json') || (error instanceof Error && error.name === 'CliFailure')) {
        return parseJsonInput(text, shown);
      }
    }
  }
  if (isHostile(text)) throw usageFailure(`${shown} is nested deeper than ${String(INPUT_DEPTH_MAX)} levels`);
  let document: ReturnType<typeof parseDocument>;
  try {
    document = parseDocument(text, { logLevel: 'error', merge: true });
  } catch {
    throw usageFailure(`${shown} is nested deeper than ${String(INPUT_DEPTH_MAX)} levels`);
  }
  const [error] = document.errors;
  if (error !== undefined) {
    const place = error.linePos?.[0];
    const shownPlace = place === undefined ? '' : `${shown}:${String(place.line)}:${String(place.col)}: `;
    const reason = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
    throw usageFailure(`${shown} is neither JSON nor YAML: ${shownPlace}${reason}`);
  }
  try {
    return checkDepth(document.toJS({ maxAliasCount: 10_000 }), shown);
  } catch (failure) {
    if (failure instanceof Error && failure.name === 'CliFailure') throw failure;
    throw usageFailure(`${shown} holds more aliases than a document of people has`);
  }
};
