import { FAULTS_MAX } from '#contracts/explain-errors';
import type { Route } from '#contracts/route';
import { boundedText } from '#core/bounded-reasons';
import { toPointer } from '#core/json-types';
import { walkJson } from '#core/json-walk';
import { problem } from '#core/problems';
import type { ProblemReason } from '#core/problems';
import { maskSensitive } from '#core/sensitive-patterns';
import type { GatewayEvent } from '#lambda/gateway-event';
import { findJsonFault, placeOf } from '#lambda/json-fault';

/** No contract nests like this; a deeper body could exhaust the stack of what walks it later. */
const DEPTH_MAX = 100;

const JSON_TYPE = /^application\/(?:json|[a-z0-9.!#$&^_-]+\+json)\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/** A base64 text of this length holds at most so many bytes. */
const bytesOfBase64 = (text: string): number => Math.floor((text.length * 3) / 4);

const tooLarge = (bytesMax: number, got: string): Error =>
  problem(
    'body-too-large',
    `expected a body of at most ${String(bytesMax)} bytes, got ${got}: send larger suites through POST /uploads`,
  );

const bytesOf = (event: GatewayEvent, bytesMax: number): Uint8Array => {
  const body = event.body ?? '';
  if (event.isBase64Encoded === true) {
    if (bytesOfBase64(body) - 2 > bytesMax) throw tooLarge(bytesMax, `about ${String(bytesOfBase64(body))}`);
    const bytes = Buffer.from(body, 'base64');
    if (bytes.byteLength > bytesMax) throw tooLarge(bytesMax, String(bytes.byteLength));
    return bytes;
  }
  const length = Buffer.byteLength(body, 'utf8');
  if (length > bytesMax) throw tooLarge(bytesMax, String(length));
  return Buffer.from(body, 'utf8');
};

const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw problem('malformed-json', 'expected UTF-8, got other bytes', { cause });
  }
};

/** Nesting of a JSON text, brackets within strings left out. */
const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{\]}]/gs)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, (depth += 1));
    else if (token === ']' || token === '}') depth -= 1;
  }
  return deepest;
};

/** A lone surrogate has no UTF-8 form: it could be neither hashed nor stored as it came. */
const isWellFormed = (value: unknown): boolean => {
  if (typeof value === 'string') return value.isWellFormed();
  if (Array.isArray(value)) return value.every(isWellFormed);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, member]) => name.isWellFormed() && isWellFormed(member));
};

const parseText = (text: string): unknown => {
  if (depthOf(text) > DEPTH_MAX)
    throw problem('validation-failed', `expected at most ${String(DEPTH_MAX)} levels of nesting, got more`);
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const fault = findJsonFault(text);
    const where =
      fault === undefined
        ? 'expected JSON, got something else'
        : `line ${String(fault.line)}, column ${String(fault.column)}: expected ${fault.expected}, got ${fault.got}`;
    throw problem('malformed-json', where, { cause });
  }
};

/** Readers differ in which of two values they take (RFC 8259, section 4): what one checked, another might not use. */
const refuseRepeated = (text: string): void => {
  const errors: ProblemReason[] = [];
  walkJson(text, {
    value: () => errors.length < FAULTS_MAX,
    repeated: (path, at) => {
      const { line, column } = placeOf(text, at);
      const place = `line ${String(line)}, column ${String(column)}`;
      // A name is the caller's text: it may be long, or a secret.
      const pointer = boundedText(maskSensitive(toPointer(path)).text);
      errors.push({ in: 'body', pointer, reason: `${place}: expected this name once, got it again` });
    },
  });
  const [first] = errors;
  if (first === undefined) return;
  const rest = errors.length === 1 ? '' : ` (and ${String(errors.length - 1)} more)`;
  throw problem('validation-failed', `${first.pointer}: ${first.reason}${rest}`, { errors });
};

const parse = (text: string): unknown => {
  const value = parseText(text);
  refuseRepeated(text);
  if (isWellFormed(value)) return value;
  throw problem('validation-failed', 'expected Unicode text, got a surrogate (\\ud800 to \\udfff) without its pair');
};

/**
 * The JSON body of a request, not yet validated; undefined when the route takes none or none came where it is optional.
 *
 * @throws body-too-large, unsupported-media-type, malformed-json, validation-failed
 */
export const readBody = (route: Route, event: GatewayEvent, contentType: string | undefined): unknown => {
  const wanted = route.body;
  if (wanted === undefined) return undefined;
  const bytes = bytesOf(event, wanted.bytesMax);
  const isEmpty = bytes.byteLength === 0;
  if (isEmpty && !wanted.required) return undefined;
  if (contentType === undefined ? !isEmpty : !JSON_TYPE.test(contentType.trim())) {
    throw problem('unsupported-media-type', `expected the content type application/json, got ${contentType ?? 'none'}`);
  }
  if (isEmpty)
    throw problem('validation-failed', `expected a JSON body (${wanted.schema}), got nothing`, {
      errors: [{ in: 'body', pointer: '', reason: 'expected a JSON body, got nothing' }],
    });
  return parse(textOf(bytes));
};
