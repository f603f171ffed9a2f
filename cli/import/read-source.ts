import path from 'node:path';
import { usageFailure } from '../cli-failure.ts';
import type { World } from '../world.ts';
import { readCurl } from './curl/read-curl.ts';
import { formatOf, type Format } from './detect-format.ts';
import { readHar } from './har/read-har.ts';
import type { Imported } from './imported.ts';
import { readCollection } from './postman/read-collection.ts';
import { INPUT_BYTES_MAX, parseJsonInput, readInput } from './read-input.ts';

export type Source =
  | { readonly format: 'openapi'; readonly file: string }
  | { readonly format: Exclude<Format, 'openapi'>; readonly imported: Imported };

const isCommand = (text: string): boolean => /^\s*curl(?:\.exe)?\s/.test(text);

const textOf = async (world: World, source: string): Promise<string> => {
  if (source !== '-') return readInput(path.resolve(world.cwd, source), source);
  if (world.readStdin === undefined) throw usageFailure('expected a file, got -: there is no standard input here');
  return world.readStdin(INPUT_BYTES_MAX);
};

const curlText = async (
  world: World,
  sources: readonly string[],
): Promise<{ readonly text: string; readonly shown: string }> => {
  const [first = ''] = sources;
  if (isCommand(first)) return { text: sources.join('\n'), shown: 'command' };
  // A command given without quotes around all of it: its words are the arguments.
  if (/^curl(?:\.exe)?$/.test(first)) {
    const quoted = sources.slice(1).map((word) => `'${word.replaceAll("'", "'\\''")}'`);
    return { text: ['curl', ...quoted].join(' '), shown: 'command' };
  }
  const texts = await Promise.all(sources.map((one) => textOf(world, one)));
  return {
    text: texts.join('\n'),
    shown: sources.length === 1 ? (first === '-' ? 'stdin' : first) : sources.join(', '),
  };
};

const single = (sources: readonly string[]): string => {
  const [source = '', ...others] = sources;
  if (others.length > 0)
    throw usageFailure(`expected one file, got ${String(sources.length)}: ${sources.slice(0, 3).join(', ')}`);
  return source;
};

const looksJson = (text: string): boolean => /^\s*[[{]/.test(text);

/** What a source is where nobody says: commands by their first word, JSON by what is in it, everything else a document. */
const detected = async (world: World, sources: readonly string[]): Promise<Format> => {
  const [source = ''] = sources;
  if (isCommand(source) || /^curl(?:\.exe)?$/.test(source)) return 'curl';
  if (source === '-') throw usageFailure('expected --from beside -: what standard input holds is not guessed');
  if (/\.har$/i.test(source)) return 'har';
  const text = await textOf(world, source);
  if (isCommand(text.replace(/^(?:\s*#[^\n]*\n)+/, ''))) return 'curl';
  if (!looksJson(text)) return 'openapi';
  try {
    return formatOf(JSON.parse(text)) ?? 'openapi';
  } catch {
    return 'openapi';
  }
};

/** Reads what `assay init` was given. @throws CliFailure usage */
export const readSource = async (
  world: World,
  sources: readonly string[],
  wanted: Format | undefined,
  environments: readonly string[],
): Promise<Source> => {
  const format = wanted ?? (await detected(world, sources));
  if (environments.length > 0 && format !== 'postman')
    throw usageFailure(`--environment belongs to a Postman collection, got --from ${format}`);
  if (format === 'openapi') return { format, file: single(sources) };
  if (format === 'curl') {
    const { text, shown } = await curlText(world, sources);
    return { format, imported: readCurl(text, shown) };
  }
  const source = single(sources);
  const shown = source === '-' ? 'stdin' : source;
  const value = parseJsonInput(await textOf(world, source), shown);
  if (format === 'har') return { format, imported: readHar(value, shown) };
  const values = await Promise.all(environments.map(async (file) => parseJsonInput(await textOf(world, file), file)));
  return { format, imported: readCollection(value, shown, values) };
};
