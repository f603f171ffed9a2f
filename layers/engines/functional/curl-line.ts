import { findSensitive } from '#core/masking';
import type { KnownSecret, Masker } from '#core/masking';
import type { BuiltRequest } from '#engines/functional/build-request';

/** Characters of a body that a command still carries; longer ones are nothing to paste. */
const CURL_BODY_MAX = 16 * 1024;

/** Headers that curl or the connection makes by itself, or that belong to this one try. */
const LEFT_OUT = new Set(['accept-encoding', 'content-length', 'user-agent', 'traceparent', 'host']);

const shellName = (name: string): string => name.replaceAll(/[^A-Za-z0-9_]/gu, '_').toUpperCase();

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * A curl command that repeats a request. Values of secrets become `"$NAME"`, other sensitive values `***`.
 *
 * @param secrets values to stand by name; where one holds another, the longer one wins
 */
export const curlLine = (request: BuiltRequest, masker: Masker, secrets: readonly KnownSecret[]): string => {
  const ordered = secrets
    .filter(({ value }) => value.length > 3)
    .sort((left, right) => right.value.length - left.value.length);
  const names = new Set(ordered.map(({ name }) => shellName(name)));
  // The masker leaves references such as {{NAME}} alone, so a secret's name survives where its value must not.
  const named = (text: string): string =>
    ordered.reduce((result, { name, value }) => result.replaceAll(value, `{{${shellName(name)}}}`), text);
  const argument = (text: string): string =>
    quoted(text).replaceAll(/\{\{([A-Z0-9_]+)\}\}/gu, (whole, name: string) =>
      names.has(name) ? `'"$${name}"'` : whole,
    );
  const header = (pair: readonly [string, string]): string => {
    const [[name, value] = pair] = masker.maskHeaders([[pair[0], named(pair[1])]]);
    return `-H ${argument(`${name}: ${value}`)}`;
  };
  const text = request.bodyText ?? '';
  const body = text === '' ? undefined : masker.maskText(named(text));
  const command = [
    `curl -sS -X ${request.method}`,
    argument(masker.maskUrl(named(request.url.href))),
    ...request.headers.filter(([name]) => !LEFT_OUT.has(name.toLowerCase())).map(header),
    ...(body === undefined
      ? []
      : [body.length > CURL_BODY_MAX ? '--data-binary @body' : `--data-raw ${argument(body)}`]),
  ].join(' ');
  return findSensitive(command).length === 0 ? command : masker.maskText(command);
};
