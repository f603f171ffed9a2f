/** What is reachable and stands in no document: methods, older versions, paths for developers. */
import { isJsonObject } from '#core/json-types';
import type { Operation } from '#engines/contract/model';
import type { ProbeRequest } from '#engines/probe/probe';
import { headerOf, isGranted, likeness, showsSame, withoutVolatile, type Answer } from '#engines/security/answer';
import { ANONYMOUS, type Call } from '#engines/security/call';
import type { Family, Scan } from '#engines/security/family';
import { isReading } from '#engines/security/session';
import { missingId } from '#engines/security/missing-id';
import { lastParameter, type Working } from '#engines/security/workbench';

const METHODS = ['POST', 'PUT', 'PATCH'] as const;
/** A method that no API of this kind has: how it is refused is how an unknown one is refused. */
const UNKNOWN_METHOD = 'PROPFIND';
/** An unknown method is 404, 405 or 501; these tell that somebody read the request. */
const READ = new Set([400, 409, 415, 422]);

const said = ({ meaning, text }: Answer, path: string): string =>
  `${String(meaning)} ${withoutVolatile(text.replaceAll(path, '#'))}`;

const lookAtMethod = async (scan: Scan, path: string, working: Working): Promise<void> => {
  const { call, actor } = working;
  const parameter = lastParameter(call.operation);
  const target: Call =
    parameter === undefined
      ? call
      : { ...call, path: { ...call.path, [parameter]: missingId(call.path[parameter] ?? '', 5) } };
  const known = scan.contract.operations.filter((one) => one.path === path).map(({ method }) => method);
  const base = scan.requestFor(target, actor);
  const url = base.path.split('?')[0] ?? '';
  const nowhere = `${url.replace(/\/[^/]*$/u, '')}/assay-${scan.word(`nowhere ${path}`)}/none`;
  const send = (method: string, to: string): Promise<Answer> =>
    scan.sendRaw({
      ...base,
      method,
      path: to,
      headers: [
        ...(base.headers ?? []).filter(([name]) => name.toLowerCase() !== 'content-type'),
        ['content-type', 'application/json'],
      ],
      body: '{}',
    });
  const unknown = await send(UNKNOWN_METHOD, url);
  scan.clear('undocumented-method');
  for (const method of METHODS.filter((one) => !known.includes(one))) {
    const answer = await send(method, url);
    const isRead = isGranted(answer) || READ.has(answer.meaning);
    if (!isRead || said(answer, url) === said(unknown, url)) continue;
    const [elsewhere, again] = [await send(method, nowhere), await send(method, url)];
    if (said(elsewhere, nowhere) === said(answer, url) || again.meaning !== answer.meaning) continue;
    scan.found('undocumented-method', {
      operation: `${method} ${path}`,
      message: `expected ${method} to be refused with 404 or 405 as the document has no such operation, got ${String(answer.meaning)}`,
      exchange: answer.exchange,
    });
  }
};

export const methods: Family = {
  scope: 'api',
  checks: ['undocumented-method'],
  run: async (scan) => {
    if (!scan.wants('undocumented-method')) return;
    const paths = new Map(scan.operations.filter(isReading).map((operation) => [operation.path, operation]));
    for (const [path, operation] of paths) {
      const working = await scan.bench.working(operation);
      if (working !== undefined) await lookAtMethod(scan, path, working);
    }
  },
};

const VERSION = /(?<=^|\/)v(\d+)(?=\/|$)/u;

export const versions: Family = {
  scope: 'api',
  checks: ['old-version'],
  run: async (scan) => {
    if (!scan.wants('old-version')) return;
    const told = new Set<string>();
    let looked = false;
    for (const operation of scan.operations.filter(isReading)) {
      const working = await scan.bench.working(operation);
      if (working === undefined) continue;
      const request = scan.requestFor(working.call, working.actor);
      // The version stands in the path of the operation or in the target's base URL.
      const url = new URL(working.answer.exchange.request.url);
      const number = Number(VERSION.exec(url.pathname)?.[1] ?? Number.NaN);
      if (!Number.isInteger(number) || number < 1) continue;
      const at = (version: number): string =>
        `${url.origin}${url.pathname.replace(VERSION, `v${String(version)}`)}${url.search}`;
      const isDocumented = (version: number): boolean =>
        scan.contract.find('GET', operation.path.replace(VERSION, `v${String(version)}`)) !== undefined &&
        VERSION.test(operation.path);
      for (let older = number - 1; older >= Math.max(0, number - 3); older -= 1) {
        if (told.has(`v${String(older)}`) || isDocumented(older)) continue;
        looked = true;
        const answer = await scan.sendRaw({ ...request, path: at(older) });
        if (!isGranted(answer)) continue;
        const control = await scan.sendRaw({ ...request, path: at(number + 71) });
        if (isGranted(control) && likeness(control, answer) > 0.5) continue;
        told.add(`v${String(older)}`);
        scan.found('old-version', {
          place: `path v${String(older)}`,
          message: `expected v${String(older)} to be gone or documented, got ${String(answer.status)} for ${operation.id} of it${showsSame(working.answer, answer) ? ' with the same data' : ''}`,
          exchange: answer.exchange,
        });
      }
    }
    if (told.size > 0) return;
    if (looked) scan.clear('old-version');
    else scan.skip('old-version', undefined, 'no path names a version that could have an older one');
  },
};

const DEBUG_PATHS = [
  '/_debug',
  '/debug',
  '/debug/vars',
  '/debug/pprof/',
  '/__debug__/',
  '/actuator/env',
  '/actuator/heapdump',
  '/actuator/configprops',
  '/actuator/loggers',
  '/env',
  '/.env',
  '/config',
  '/config.json',
  '/.git/HEAD',
  '/.git/config',
  '/phpinfo.php',
  '/server-status',
  '/server-info',
  '/console',
  '/h2-console',
  '/_profiler',
  '/trace',
  '/dump',
  '/internal/status',
  '/admin/debug',
  '/elmah.axd',
  '/web.config',
  '/.aws/credentials',
  '/backup.sql',
  '/_ignition/health-check',
] as const;

const collections = (operations: readonly Operation[]): string[] =>
  [...new Set(operations.filter(({ path }) => !path.includes('{')).map(({ path }) => path.replace(/\/$/u, '')))].slice(
    0,
    20,
  );

const hasContent = ({ text, json, headers }: Answer): boolean =>
  text.trim().length > 2 &&
  (json === undefined || (isJsonObject(json) ? Object.keys(json).length > 0 : true)) &&
  !/^\s*image\//u.test(headerOf(headers, 'content-type') ?? '');

export const debugPaths: Family = {
  scope: 'api',
  checks: ['debug-path'],
  run: async (scan) => {
    if (!scan.wants('debug-path')) return;
    const isDocumented = (path: string): boolean => scan.contract.find('GET', path) !== undefined;
    const paths = [
      ...DEBUG_PATHS,
      ...collections(scan.operations).flatMap((path) => [`${path}/_debug`, `${path}/debug`]),
    ].filter((path) => !isDocumented(path));
    const send = (path: string): Promise<Answer> => scan.sendRaw(rawGet(scan, path));
    const controls = new Map<string, Answer>();
    const controlFor = async (path: string): Promise<Answer> => {
      const folder = path.replace(/\/[^/]*\/?$/u, '');
      const known = controls.get(folder) ?? (await send(`${folder}/assay-${scan.word(`control ${folder}`)}`));
      controls.set(folder, known);
      return known;
    };
    scan.clear('debug-path');
    for (const path of paths) {
      const answer = await send(path);
      if (!isGranted(answer) || !hasContent(answer)) continue;
      // A site that answers every path with its front page, and a collection that takes `debug` for an id, have no debug path.
      const control = await controlFor(path);
      const again = await send(path);
      if ((isGranted(control) && likeness(control, answer) > 0.3) || !isGranted(again)) continue;
      scan.found('debug-path', {
        place: `path ${path}`,
        message: `expected ${path} not to answer from outside, got ${String(answer.status)} with ${String(answer.text.length)} characters`,
        exchange: answer.exchange,
      });
    }
  },
};

const rawGet = (scan: Scan, path: string): ProbeRequest => {
  const operation = scan.operations[0];
  const [prefix = ''] =
    operation === undefined
      ? []
      : [scan.requestFor({ operation: { ...operation, path: '' }, path: {}, query: {}, headers: {} }, ANONYMOUS).path];
  return { method: 'GET', path: `${prefix}${path}`, headers: [['accept', '*/*']] };
};
