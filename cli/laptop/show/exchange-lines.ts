import type { CheckOutcome, RecordedRequest, RecordedResponse, Try } from '#core/case-result';
import { isJsonObject } from '#core/json-types';
import type { Json } from '#core/units';
import { oneLine, type Paint } from '../../render/paint.ts';
import { bytesText, duration } from '../../render/table.ts';
import { bodyLines } from './body-lines.ts';
import { hasDiff } from './check-lines.ts';

const REQUEST_BODY_LINES = 12;
/** Where checks point into it; without, its beginning is enough. */
const MARKED_BODY_LINES = 24;
const RESPONSE_BODY_LINES = 12;

/** Made by the client or the connection: they say nothing about the case. */
const DULL = new Set([
  'accept',
  'accept-encoding',
  'user-agent',
  'traceparent',
  'content-length',
  'host',
  'connection',
  'date',
  'keep-alive',
  'server',
  'transfer-encoding',
  'vary',
  'x-powered-by',
]);

/** Of an answer: what explains it, what finds it in the logs of the API, and what a check looked at. */
const TELLING =
  /^(?:content-type|location|retry-after|www-authenticate|allow|etag|set-cookie|server-timing)$|request-id|correlation|trace|ratelimit|error/u;

type Headers = RecordedRequest['headers'];

const headerLines = (headers: Headers, paint: Paint, width: number): string[] =>
  headers.map(([name, value]) => `${paint.dim(`${name}:`)} ${oneLine(value, width)}`);

/** A title in the margin and lines beside it. */
const beside = (title: string, lines: readonly string[], paint: Paint): string[] =>
  lines.map((line, at) => `  ${at === 0 ? paint.cyan(title.padEnd(9)) : ' '.repeat(9)} ${line}`.trimEnd());

const bodyText = (body: string | undefined, paths: readonly string[], most: number, paint: Paint, width: number) =>
  body === undefined || body === ''
    ? []
    : bodyLines(body, paths, most).map(({ text, marked }) =>
        marked ? `${paint.red('>')} ${paint.bold(oneLine(text, width))}` : `  ${oneLine(text, width)}`,
      );

const sentLines = ({ headers, body }: RecordedRequest, paint: Paint, width: number): string[] => [
  ...headerLines(
    headers.filter(([name]) => !DULL.has(name.toLowerCase())),
    paint,
    width,
  ),
  ...bodyText(body, [], REQUEST_BODY_LINES, paint, width),
];

const pointsIn = (paths: readonly string[]): boolean => paths.some((path) => path.startsWith('$'));

const answeredLines = (
  response: RecordedResponse,
  failed: readonly CheckOutcome[],
  paint: Paint,
  width: number,
): string[] => {
  const paths = failed.flatMap((check) => (check.path === undefined || hasDiff(check) ? [] : [check.path]));
  const lookedAt = new Set(paths.map((path) => path.toLowerCase()));
  const telling = response.headers.filter(([name]) => {
    const lower = name.toLowerCase();
    return TELLING.test(lower) || lookedAt.has(lower);
  });
  const body = bodyText(response.body, paths, pointsIn(paths) ? MARKED_BODY_LINES : RESPONSE_BODY_LINES, paint, width);
  const none = response.bodyBytes === 0 ? 'no body' : `${bytesText(response.bodyBytes)} that were not kept`;
  const cut = response.bodyTruncated === true ? [paint.dim(`  … of ${bytesText(response.bodyBytes)}`)] : [];
  return [...headerLines(telling, paint, width), ...(body.length > 0 ? body : [paint.dim(none)]), ...cut];
};

/** `POST http://… → 201 after 31 ms`: what was sent and how it was answered, in one line. */
export const exchangeLine = (
  { request, response }: Pick<Try, 'request' | 'response'>,
  tried: Pick<Try, 'polls' | 'retries'>,
  paint: Paint,
  width: number,
): string[] => {
  if (request === undefined) return [];
  const { dns, connect, tls, wait, receive } = response?.timingsMs ?? {
    dns: 0,
    connect: 0,
    tls: 0,
    wait: 0,
    receive: 0,
  };
  const tookMs = (dns ?? 0) + (connect ?? 0) + (tls ?? 0) + wait + receive;
  const answer =
    response === undefined
      ? paint.red('no answer')
      : `${paint.bold(String(response.status))} after ${duration(tookMs)}`;
  const polls =
    tried.polls === undefined || tried.polls < 2 ? '' : paint.dim(`, request ${String(tried.polls)} of a poll`);
  return [`  ${paint.bold(request.method)} ${oneLine(request.url, width)} ${paint.dim('→')} ${answer}${polls}`];
};

/** Request and answer with what matters of their headers and bodies. */
export const exchangeLines = (
  { request, response }: Pick<Try, 'request' | 'response'>,
  failed: readonly CheckOutcome[],
  paint: Paint,
  columns: number,
): string[] => {
  const width = Math.max(40, columns - 14);
  return [
    ...(request === undefined ? [] : beside('sent', sentLines(request, paint, width), paint)),
    ...(response === undefined ? [] : beside('answered', answeredLines(response, failed, paint, width), paint)),
  ];
};

const DULL_OF_DELIVERIES = /^(?:accept(?:-.*)?|sec-.*)$/u;

/** What came without what its sender's client made by itself, and without its number, which is told. */
const tellingPart = (came: Json): Json => {
  if (!isJsonObject(came)) return came;
  const { number: _told, query, headers, ...rest } = came;
  const telling = isJsonObject(headers)
    ? Object.entries(headers).filter(([name]) => !DULL.has(name) && !DULL_OF_DELIVERIES.test(name))
    : [];
  return {
    ...(isJsonObject(query) && Object.keys(query).length > 0 ? { query } : {}),
    ...(telling.length > 0 ? { headers: Object.fromEntries(telling) } : {}),
    ...rest,
  };
};

/** Webhooks and messages of a case that waited for them, each with what it held. */
export const cameLines = (came: readonly CheckOutcome[], paint: Paint, columns: number): string[] => {
  const width = Math.max(40, columns - 14);
  const lines = came.flatMap(({ check, got }) => [
    paint.bold(oneLine(check.replace(/ came$/u, ''), width)),
    ...bodyText(got === undefined ? undefined : JSON.stringify(tellingPart(got)), [], MARKED_BODY_LINES, paint, width),
  ]);
  return beside('came', lines, paint);
};

/** A line with its title in the same margin. */
export const marginLine = (title: string, text: string, paint: Paint): string =>
  beside(title, [text], paint).join('\n');
