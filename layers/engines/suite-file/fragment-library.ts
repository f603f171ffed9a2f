/** The fragments that a suite can include: its own, those of the files it names, and the ready-made ones. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject, ValidateFunction } from 'ajv';
import fragmentsSchema from '../../contracts/fragments.schema.json' with { type: 'json' };
import suiteSchema from '../../contracts/suite.schema.json' with { type: 'json' };
import { isJsonObject, pointerSegment } from '#core/json-types';
import { suggestion } from '#core/nearest-name';
import type { Json, JsonObject } from '#core/units';
import { explainErrors } from '#engines/suite-file/explain-errors';
import type { SchemaProblem } from '#engines/suite-file/explain-errors';
import type { ReadFile } from '#engines/suite-file/file-problem';
import { READY_FRAGMENTS } from '#engines/suite-file/ready-fragments';
import type { Written } from '#engines/suite-file/origins';
import { readYaml } from '#engines/suite-file/read-yaml';
import { FRAGMENTS_FILE_BYTES_MAX, NO_FILES, sourceFile } from '#engines/suite-file/suite-files';
import type { SuiteFileReader } from '#engines/suite-file/suite-files';
import { filledLater } from '#engines/suite-file/typed-parameters';

export interface KeptFragment extends Written {
  readonly definition: JsonObject;
}

export interface LibraryProblem {
  readonly code: string;
  readonly message: string;
  readonly at: Written;
  readonly where?: 'key' | 'value';
  readonly expected?: string;
  readonly got?: string;
}

export interface FragmentLibrary {
  readonly fragments: ReadonlyMap<string, KeptFragment>;
  /** Every name that an include may have. */
  readonly names: readonly string[];
  /** Files that fragments were read from, for places in them. */
  readonly sources: ReadonlyMap<string, ReadFile>;
  readonly problems: readonly LibraryProblem[];
}

let compiled: ValidateFunction | undefined;
const validator = (): ValidateFunction => {
  compiled ??= new Ajv2020({ allErrors: true, verbose: true, strict: false, inlineRefs: false })
    .addSchema(suiteSchema)
    .compile(fragmentsSchema);
  return compiled;
};

/** What is wrong with the form of a file of fragments. */
export const fragmentsFormProblems = (value: unknown): readonly SchemaProblem[] => {
  const validate = validator();
  if (validate(value)) return [];
  const errors: readonly ErrorObject[] = validate.errors ?? [];
  return explainErrors(
    errors.filter((error) => !filledLater(error, value)),
    100,
  );
};

interface Gathering {
  readonly fragments: Map<string, KeptFragment>;
  readonly sources: Map<string, ReadFile>;
  readonly problems: LibraryProblem[];
}

const add = (value: Json | undefined, file: string, { fragments, problems }: Gathering): void => {
  if (!isJsonObject(value)) return;
  for (const [name, definition] of Object.entries(value)) {
    const pointer = `/fragments/${pointerSegment(name)}`;
    const first = fragments.get(name);
    if (first === undefined) {
      if (isJsonObject(definition)) fragments.set(name, { file, pointer, definition });
      continue;
    }
    const where = first.file === '' ? 'this suite' : first.file;
    const message = `expected each fragment name once, got "${name}", which ${where} has already`;
    problems.push({ code: 'duplicate-fragment', message, at: { file, pointer }, where: 'key' });
  }
};

const addFile = (named: string, at: Written, reader: SuiteFileReader | undefined, into: Gathering): void => {
  const say = (message: string): void => {
    into.problems.push({ code: 'unreadable-file', message, at });
  };
  if (reader === undefined) {
    say(`${NO_FILES}, got a file of fragments`);
    return;
  }
  const found = sourceFile('', named);
  if ('problem' in found) {
    say(found.problem);
    return;
  }
  if (into.sources.has(found.file)) {
    say(`expected each file once, got ${JSON.stringify(named)} again`);
    return;
  }
  const content = reader(found.file, FRAGMENTS_FILE_BYTES_MAX);
  if ('problem' in content) {
    say(content.problem);
    return;
  }
  const read = readYaml(new TextDecoder().decode(content.bytes), found.file);
  into.sources.set(found.file, read);
  for (const { message, place } of read.value === undefined ? read.problems : [])
    say(`${found.file}:${String(place.line)}:${String(place.column)}: ${message}`);
  if (read.value === undefined) return;
  for (const { pointer, message, at: where, expected, got } of fragmentsFormProblems(read.value))
    into.problems.push({ code: 'schema', message, at: { file: found.file, pointer }, where, expected, got });
  if (isJsonObject(read.value)) add(read.value['fragments'], found.file, into);
};

/** Gathers the fragments of a suite file, whatever it holds. */
export const fragmentLibrary = (value: JsonObject, reader: SuiteFileReader | undefined): FragmentLibrary => {
  const into: Gathering = { fragments: new Map(), sources: new Map(), problems: [] };
  add(value['fragments'], '', into);
  const files = value['fragmentsFrom'];
  if (Array.isArray(files))
    (files as readonly Json[]).slice(0, 50).forEach((named, at) => {
      if (typeof named === 'string')
        addFile(named, { file: '', pointer: `/fragmentsFrom/${String(at)}` }, reader, into);
    });
  const names = [...into.fragments.keys(), ...READY_FRAGMENTS.keys()];
  return { ...into, names };
};

/** Why there is no fragment of this name. */
export const unknownFragment = (name: string, { names }: FragmentLibrary): string => {
  const own = names.filter((one) => !one.startsWith('assay/'));
  const known = own.length === 0 ? 'the suite has no fragments of its own' : `there are ${own.slice(0, 30).join(', ')}`;
  return `unknown fragment "${name}"${suggestion(name, names)}: ${known}; ready-made ones are ${[...READY_FRAGMENTS.keys()].join(', ')}`;
};
