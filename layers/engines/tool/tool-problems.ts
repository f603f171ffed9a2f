/** What is wrong with a tool's definition that its schema cannot say; above all a secret in it. */
import { Buffer } from 'node:buffer';
import type { ToolDefinition, ToolFile } from '#core/acts/tool';
import { pointerSegment } from '#core/json-types';
import { createMasker, findSensitive } from '#core/masking';

export interface ToolProblem {
  /** JSON Pointer into the definition. */
  readonly pointer: string;
  readonly message: string;
}

/** What the runner sets itself. */
const OWN_VARIABLES = ['PATH', 'HOME', 'TMPDIR', 'TARGET_URL'];
const IMAGE = /^([a-z0-9.-]+(?::\d{1,5})?)\/([a-z0-9][a-z0-9._/-]{0,254})@sha256:[0-9a-f]{64}$/u;

/** Names of variables that a tool must not have, nor be able to read. */
export const isCredentialName = (name: string): boolean =>
  /^(?:AWS_(?!(?:DEFAULT_)?REGION$|EXECUTION_ENV$)|ECS_|ASSAY_)/u.test(name) ||
  /(?:^|_)(?:TOKENS?|SECRETS?|PASSWORD|PASSWD|CREDENTIALS?|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY)(?:_|$)/iu.test(name);

const isSafePath = (path: string): boolean =>
  path !== '' &&
  !path.includes('\\') &&
  !path.includes('\0') &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

/** A value under a sensitive name, or one that looks like a credential; `{{references}}` are none. */
const holdsSecret = (text: string): boolean => createMasker().maskText(text) !== text;

const bytesOf = (file: ToolFile): Buffer =>
  typeof file === 'string' ? Buffer.from(file) : Buffer.from(file.base64, 'base64');

type Add = (pointer: string, message: string) => void;

const NO_SECRET = 'expected no secret: a tool is started without any, and suites hold none';

const checkImage = (image: string, registries: readonly string[] | undefined, add: Add): void => {
  const registry = IMAGE.exec(image)?.[1];
  if (registry === undefined)
    add('/image', `expected registry/name@sha256: and 64 hexadecimal digits, got ${image.slice(0, 200)}`);
  else if (registries !== undefined && !registries.includes(registry))
    add(
      '/image',
      `expected an image of an allowed registry (${registries.join(', ') || 'none is allowed here'}), got ${registry}`,
    );
};

const checkStart = (
  { command, image, arguments: given = [] }: ToolDefinition,
  registries: readonly string[] | undefined,
  add: Add,
): void => {
  if ((command === undefined) === (image === undefined))
    add('', `expected exactly one of command and image, got ${command === undefined ? 'none' : 'both'}`);
  if (image !== undefined) checkImage(image, registries, add);
  if (command !== undefined && given.length > 0)
    add('/arguments', 'expected arguments of a command inside "command", got them apart');
  for (const [name, parts] of [
    ['command', command ?? []],
    ['arguments', given],
  ] as const)
    for (const [at, part] of parts.entries()) {
      if (part.includes('\0')) add(`/${name}/${String(at)}`, 'expected a text without NUL');
      // `--token abc` is one thing in two parts.
      const before = parts[at - 1];
      const together = before?.startsWith('-') === true ? `${before.replace(/^-+/u, '')}=${part}` : part;
      if ([part, part.replace(/^-+/u, ''), together].some(holdsSecret)) add(`/${name}/${String(at)}`, NO_SECRET);
    }
};

const checkFiles = ({ files = {} }: ToolDefinition, add: Add): void => {
  for (const [path, file] of Object.entries(files)) {
    const pointer = `/files/${pointerSegment(path)}`;
    if (!isSafePath(path))
      add(pointer, `expected a relative path without ".." and with "/" between its parts, got ${path.slice(0, 200)}`);
    // Programs name passwords and tokens without having any, so only what looks like one by itself counts here.
    const [hit] = findSensitive(bytesOf(file).toString('utf8'));
    if (hit !== undefined)
      add(pointer, `${NO_SECRET}; got what looks like a ${hit.kind} at character ${String(hit.offset)}`);
  }
};

const checkEnvironment = ({ env = {} }: ToolDefinition, add: Add): void => {
  for (const [name, value] of Object.entries(env)) {
    const pointer = `/env/${pointerSegment(name)}`;
    if (OWN_VARIABLES.includes(name)) add(pointer, `expected another name: ${name} is set by the runner`);
    else if (/^LD_/u.test(name)) add(pointer, `expected another name: ${name} changes how programs are loaded`);
    else if (isCredentialName(name) || holdsSecret(value) || holdsSecret(`${name}=${value}`)) add(pointer, NO_SECRET);
    if (value.includes('\0')) add(pointer, 'expected a text without NUL');
  }
};

/**
 * @param registries hosts that images may come from; not checked when absent, as on the machine of somebody who writes a suite
 * @returns everything that is wrong; nothing for a definition that can run
 */
export const toolProblems = (definition: ToolDefinition, registries?: readonly string[]): readonly ToolProblem[] => {
  const problems: ToolProblem[] = [];
  const add: Add = (pointer, message) => problems.push({ pointer, message });
  checkStart(definition, registries, add);
  checkFiles(definition, add);
  checkEnvironment(definition, add);
  const { path } = definition.report;
  if (!isSafePath(path))
    add('/report/path', `expected "stdout" or a relative path without "..", got ${path.slice(0, 200)}`);
  return problems;
};

/**
 * Where a definition whose variables are filled in holds a secret that the run knows.
 *
 * @param mask of the run: it replaces more than a masker without secrets exactly where one of them stands
 */
export const filledInSecrets = (definition: ToolDefinition, mask: (text: string) => string): readonly ToolProblem[] => {
  const { command = [], arguments: given = [], env = {}, files = {} } = definition;
  const texts: readonly (readonly [string, string])[] = [
    ...command.map((text, at) => [`/command/${String(at)}`, text] as const),
    ...given.map((text, at) => [`/arguments/${String(at)}`, text] as const),
    ...Object.entries(env).map(([name, text]) => [`/env/${pointerSegment(name)}`, text] as const),
    ...Object.entries(files).map(
      ([name, file]) => [`/files/${pointerSegment(name)}`, bytesOf(file).toString('utf8')] as const,
    ),
  ];
  return texts
    .filter(([, text]) => mask(text) !== createMasker().maskText(text))
    .map(([pointer]) => ({ pointer, message: NO_SECRET }));
};

/** Bytes of each file. */
export const filesOf = ({
  files = {},
}: ToolDefinition): readonly { readonly path: string; readonly bytes: Uint8Array }[] =>
  Object.entries(files).map(([path, file]) => ({ path, bytes: bytesOf(file) }));
