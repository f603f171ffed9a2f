/** Stack traces and inner details in any answer of the scan; each is asked for a second time before it is told. */
import type { ProbeRequest } from '#engines/probe/probe';
import type { Answer } from '#engines/security/answer';
import type { CheckId } from '#engines/security/registry';
import type { Session } from '#engines/security/session';

/** Every count is bounded: answers come from strangers, and a search must take time proportional to them. */
const STACK_TRACES: readonly RegExp[] = [
  /(?:^|\n)\s{0,20}at (?:async )?[\w.$<>[\] ]{1,200} ?\(?(?:file:\/\/|node:|\/|[A-Z]:\\|webpack|internal)[^\s)]{0,300}:\d{1,7}:\d{1,7}\)?/u,
  /\bat [\w$.<>]{1,200}\((?:[\w$]{1,100}\.(?:java|kt|scala|groovy):\d{1,6}|Native Method|Unknown Source)\)/u,
  /Traceback \(most recent call last\)|File \\?"[^"\n]{1,300}\\?", line \d{1,6}, in /u,
  /\bat [\w.<>`[\],]{1,200}\([^)\n]{0,200}\) in [^\n]{1,300}:line \d{1,6}/u,
  /goroutine \d{1,9} \[running\]|\.go:\d{1,6} \+0x[0-9a-f]{1,16}/u,
  /Stack trace:\s{0,5}(?:\n|<br)|#\d{1,3} \/[^\s(]{1,300}\.php\(\d{1,6}\)/u,
  /[\w/]{1,100}\.rb:\d{1,6}:in [`']/u,
  /thread '[^'\n]{1,100}' panicked at /u,
];

export const SQL_ERRORS: readonly RegExp[] = [
  /SQL syntax.{0,200}?(?:MySQL|MariaDB)|check the manual that corresponds to your (?:MySQL|MariaDB)/isu,
  /(?:PostgreSQL|PG::|psycopg2?)[^\n]{0,40}error|unterminated quoted string at or near|syntax error at or near "/iu,
  /SQLITE_ERROR|sqlite3?\.OperationalError|near "[^"]{0,40}": syntax error|unrecognized token: /iu,
  /ORA-\d{5}|quoted string not properly terminated/iu,
  /Unclosed quotation mark after the character string|Incorrect syntax near '|Microsoft SQL (?:Server|Native)/iu,
  /SQLSTATE\[?\w{5}|java\.sql\.SQL|org\.hibernate\.|sqlalchemy\.exc\.|SequelizeDatabaseError|JdbcSQL|PDOException/iu,
];

const DETAILS: readonly RegExp[] = [
  ...SQL_ERRORS,
  /\b(?:SELECT\s[\w*.,\s"`]{1,200}\sFROM|INSERT\s+INTO|UPDATE\s+\w{1,60}\s+SET|DELETE\s+FROM)\s[\w"`.]{1,100}[^\n]{0,80}(?:WHERE|VALUES|=)/iu,
  /MongoError|MongoServerError|E11000 duplicate key|redis\.exceptions|ECONNREFUSED \d|ENOENT: no such file|EACCES: permission denied/u,
  /(?:^|[\s"'(=])(?:\/(?:home|usr|var|opt|srv|etc|app)\/[\w.-]{1,100}\/[\w./-]{1,200}|[A-Z]:\\{1,2}[\w .-]{1,100}\\{1,2}[\w\\ .-]{1,100})/u,
];

/** Of an answer that are searched: traces and errors stand at its beginning. */
const CHARACTERS_MAX = 64 * 1024;

/** Texts inside JSON have their line breaks escaped. */
const readable = (text: string): string => text.slice(0, CHARACTERS_MAX).replaceAll(/\\[nrt]/gu, '\n');

export const traceIn = (text: string): string | undefined =>
  STACK_TRACES.map((form) => form.exec(readable(text))?.[0]).find((found) => found !== undefined);

export const detailIn = (text: string): string | undefined =>
  DETAILS.map((form) => form.exec(readable(text))?.[0]).find((found) => found !== undefined);

interface Suspect {
  readonly check: CheckId;
  readonly operation: string | undefined;
  readonly request: ProbeRequest;
  readonly answer: Answer;
  readonly seen: string;
}

const SUSPECTS_MAX = 50;
const SHOWN_CHARACTERS_MAX = 120;

const requestOfExchange = ({ request }: Answer['exchange']): ProbeRequest => ({
  method: request.method,
  path: request.url,
  headers: request.headers,
  ...(request.body === undefined ? {} : { body: request.body }),
});

/** @returns what tells the finds; one for each check and operation */
export const leakWatch = (session: Session): (() => Promise<void>) => {
  const suspects = new Map<string, Suspect>();
  const looked = new Set<string | undefined>();
  session.watch(({ answer, operation }) => {
    if (!answer.isUnjudged) looked.add(operation);
    const note = (check: CheckId, seen: string | undefined): void => {
      const key = `${check} ${operation ?? ''}`;
      if (seen === undefined || suspects.has(key) || suspects.size >= SUSPECTS_MAX) return;
      suspects.set(key, { check, operation, request: requestOfExchange(answer.exchange), answer, seen });
    };
    const trace = traceIn(answer.text);
    note('stack-trace', trace);
    // Only refusals and failures: an article about SQL is no leak.
    if (answer.meaning >= 400 && trace === undefined) note('error-detail', detailIn(answer.text));
  });
  return async () => {
    for (const check of ['stack-trace', 'error-detail'] as const)
      if (session.wants(check))
        for (const operation of looked) if (operation !== undefined) session.clear(check, operation);
    for (const { check, operation, request, answer, seen } of suspects.values()) {
      if (!session.wants(check)) continue;
      const again = await session.sendRaw(request, operation);
      const isThere = (check === 'stack-trace' ? traceIn : detailIn)(again.text) !== undefined;
      if (!isThere) session.skip(check, operation, 'the second request was not answered like the first');
      else
        session.found(check, {
          ...(operation === undefined ? {} : { operation }),
          message: `expected an answer without details of the program, got ${String(answer.status)} with ${JSON.stringify(seen.trim().slice(0, SHOWN_CHARACTERS_MAX))}`,
          exchange: answer.exchange,
        });
    }
  };
};
