/** What readers of reports share: bounds, and how they say that a report cannot be read. */
import type { ToolCase } from '#core/acts/tool';
import { fieldOf, isJsonObject, jsonTypeOf } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import type { Verdict } from '#core/words';

/** Bytes of a report; one with ten thousand cases and their stacks has a few megabytes. */
export const REPORT_BYTES_MAX = 20 * 1024 * 1024;
/** A result for each, and one for the tool itself: a probe may tell ten thousand. */
export const CASES_MAX = 9999;
const MESSAGE_CHARS_MAX = 2000;
const DETAIL_CHARS_MAX = 8000;

/** A report is not what it should be; the message says where, what was expected and what came. */
export class UnreadableReport extends Error {
  override readonly name = 'UnreadableReport';
}

const cut = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, max - 1).toWellFormed()}…`;

/** Some tools colour what they write. */

const COLOURS = /\u001b\[[0-9;]*m/gu;

export const plain = (text: string): string => text.replaceAll(COLOURS, '').trim();

interface CaseParts {
  readonly name: string;
  readonly suite?: readonly string[];
  readonly verdict: Verdict;
  readonly durationMs?: number | undefined;
  readonly message?: string | undefined;
  readonly detail?: string | undefined;
  readonly checks?: ToolCase['checks'];
  readonly flaky?: boolean | undefined;
  readonly place?: string | undefined;
  readonly attachments?: ToolCase['attachments'];
}

/** A case without what is empty, its texts cut. */
export const toolCase = (parts: CaseParts): ToolCase => {
  const { name, suite = [], verdict, durationMs, flaky, place, checks = [], attachments = [] } = parts;
  const message = plain(parts.message ?? '');
  const detail = plain(parts.detail ?? '');
  return {
    name: cut(plain(name), 300) || 'a case without a name',
    ...(suite.length === 0 ? {} : { suite: suite.map((part) => cut(plain(part), 300)) }),
    verdict,
    ...(durationMs === undefined || !Number.isFinite(durationMs) || durationMs < 0 ? {} : { durationMs }),
    ...(message === '' ? {} : { message: cut(message, MESSAGE_CHARS_MAX) }),
    ...(detail === '' || detail === message ? {} : { detail: cut(detail, DETAIL_CHARS_MAX) }),
    ...(checks.length === 0 ? {} : { checks }),
    ...(flaky === true ? { flaky } : {}),
    ...(place === undefined || place === '' ? {} : { place: cut(place, 500) }),
    ...(attachments.length === 0 ? {} : { attachments }),
  };
};

export const parseJson = (text: string): Json => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, '')) as Json;
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new UnreadableReport(`expected a JSON report, got text that does not parse: ${cut(reason, 200)}`);
  }
};

const wrong = (what: string, where: string, value: Json | undefined): UnreadableReport =>
  new UnreadableReport(
    `expected ${what} at ${where === '' ? 'the top' : where} of the report, got ${value === undefined ? 'nothing' : jsonTypeOf(value)}`,
  );

export const objectAt = (value: Json | undefined, where: string): JsonObject => {
  if (!isJsonObject(value)) throw wrong('an object', where, value);
  return value;
};

export const listAt = (value: Json | undefined, where: string): readonly Json[] => {
  if (!Array.isArray(value)) throw wrong('a list', where, value);
  return value as readonly Json[];
};

export const numberAt = (object: JsonObject, name: string, where: string): number => {
  const value = fieldOf(object, name);
  if (typeof value !== 'number') throw wrong('a number', `${where}/${name}`, value);
  return value;
};

export const textAt = (object: JsonObject, name: string, where: string): string => {
  const value = fieldOf(object, name);
  if (typeof value !== 'string') throw wrong('a text', `${where}/${name}`, value);
  return value;
};

/** A text that may be missing; anything else counts as missing too. */
export const textOf = (object: JsonObject, name: string): string | undefined => {
  const value = fieldOf(object, name);
  return typeof value === 'string' ? value : undefined;
};

export const numberOf = (object: JsonObject, name: string): number | undefined => {
  const value = fieldOf(object, name);
  return typeof value === 'number' ? value : undefined;
};
