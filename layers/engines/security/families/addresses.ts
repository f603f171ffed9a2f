/** Values that the API takes for addresses: does it fetch them, does it lead callers to them. */
import type { Operation } from '#engines/contract/model';
import { headerOf, type Answer } from '#engines/security/answer';
import { placeText, placesOf, withPlace, type CallPlace } from '#engines/security/call';
import type { Family, Scan } from '#engines/security/family';
import { isReading } from '#engines/security/session';
import type { Working } from '#engines/security/workbench';

const ADDRESS =
  /ur[il]$|^ur[il]|link|href|callback|webhook|image|avatar|picture|photo|logo|feed|source|src|host|domain|endpoint|site|proxy|remote|target|import|fetch|api$/iu;
const ONWARD = /redirect|return|next|continue|goto|forward|dest|target|url|uri|back|callback|out/iu;

const looksLikeAddress = (value: CallPlace['value']): boolean =>
  typeof value === 'string' && /^https?:\/\//iu.test(value);

const isAddressPlace = ({ name, value, in: where }: CallPlace): boolean =>
  where !== 'path' &&
  (typeof value === 'string' || where === 'query') &&
  (ADDRESS.test(name) || looksLikeAddress(value));

const sendWith = async (
  scan: Scan,
  operation: Operation,
  { call, actor }: Working,
  place: CallPlace,
  value: string,
): Promise<Answer> => {
  const fresh =
    isReading(operation) || operation.requestBody === undefined
      ? call
      : { ...(await scan.bench.callFor(operation, actor)), path: call.path };
  return scan.send(withPlace(fresh, place, value), actor);
};

/** Texts of programs that tried to connect, by what went wrong. */
const REFUSED = /ECONNREFUSED|connection refused|connect: refused|actively refused/iu;
const UNKNOWN =
  /ENOTFOUND|getaddrinfo|name or service not known|no such host|could not resolve|nodename nor servname|EAI_AGAIN/iu;

/** Where nobody can call us back: an address that refuses and a name that nobody has are refused in different words. */
const byErrors = async (
  scan: Scan,
  operation: Operation,
  working: Working,
  place: CallPlace,
): Promise<Answer | undefined> => {
  const refused = await sendWith(scan, operation, working, place, 'http://127.0.0.1:1/');
  if (!REFUSED.test(refused.text)) return undefined;
  const unknown = await sendWith(scan, operation, working, place, `http://${scan.word('host')}.invalid/`);
  return UNKNOWN.test(unknown.text) && !UNKNOWN.test(refused.text) && !REFUSED.test(unknown.text) ? refused : undefined;
};

const byCall = async (
  scan: Scan,
  operation: Operation,
  working: Working,
  place: CallPlace,
): Promise<Answer | undefined> => {
  const { catcher } = scan;
  if (catcher === undefined) return byErrors(scan, operation, working, place);
  const name = (times: string): string => `${scan.word(`${operation.id} ${placeText(place)} ${times}`)}${times}`;
  const answer = await sendWith(scan, operation, working, place, catcher.url(name('once')));
  if (!catcher.wasCalled(name('once'))) return byErrors(scan, operation, working, place);
  await sendWith(scan, operation, working, place, catcher.url(name('twice')));
  return catcher.wasCalled(name('twice')) ? answer : undefined;
};

const followsRedirects = async (
  scan: Scan,
  operation: Operation,
  working: Working,
  place: CallPlace,
): Promise<void> => {
  const { catcher } = scan;
  if (catcher === undefined || !scan.wants('upstream-redirect')) return;
  const target = scan.word(`${operation.id} ${placeText(place)} second`);
  const first = `${target}first`;
  const address = catcher.url(first, { status: 302, headers: { location: catcher.url(target) } });
  const answer = await sendWith(scan, operation, working, place, address);
  if (!catcher.wasCalled(first)) return;
  if (catcher.wasCalled(target))
    scan.found('upstream-redirect', {
      operation: operation.id,
      place: placeText(place),
      message:
        'expected the redirect of a fetched address not to be followed, got a second call at the address that it led to',
      exchange: answer.exchange,
    });
  else scan.clear('upstream-redirect', operation.id);
};

export const fetchedAddresses: Family = {
  scope: 'operation',
  checks: ['ssrf', 'upstream-redirect'],
  run: async (scan, operation) => {
    if (!scan.wants('ssrf')) return;
    const working = await scan.bench.working(operation);
    if (working === undefined) return;
    for (const place of placesOf(working.call).filter(isAddressPlace)) {
      const sign = await byCall(scan, operation, working, place);
      if (sign === undefined) scan.clear('ssrf', operation.id);
      else {
        const how = REFUSED.test(sign.text) ? 'other errors for a refused and for an unknown address' : 'a call at it';
        scan.found('ssrf', {
          operation: operation.id,
          place: placeText(place),
          message: `expected an address of this machine not to be fetched, got ${how}`,
          exchange: sign.exchange,
        });
        await followsRedirects(scan, operation, working, place);
      }
    }
  },
};

/** Where a redirect leads: the host of Location; undefined where it stays. */
const leadsTo = (answer: Answer): string | undefined => {
  const location = headerOf(answer.headers, 'location');
  const { url } = answer.exchange.request;
  if (answer.status < 300 || answer.status > 399 || location === undefined || !URL.canParse(location, url))
    return undefined;
  return new URL(location, url).host;
};

export const redirects: Family = {
  scope: 'operation',
  checks: ['open-redirect'],
  run: async (scan, operation) => {
    if (!scan.wants('open-redirect')) return;
    const working = await scan.bench.working(operation);
    const documented = operation.responses.some(({ status }) => status.startsWith('3'));
    const actor = working?.actor ?? scan.players[0];
    if (actor === undefined || (working === undefined && !documented) || scan.bench.leftAlone(operation) !== undefined)
      return;
    const call = working?.call ?? (await scan.bench.callFor(operation, actor));
    for (const place of placesOf(call).filter(({ name, in: where }) => where !== 'path' && ONWARD.test(name))) {
      const use: Working = working ?? { actor, call, answer: await scan.send(call, actor) };
      const hosts = ['assay-elsewhere.example', 'assay-elsewhere-2.example'];
      const found: Answer[] = [];
      for (const host of hosts) {
        const form = await leadingForm(scan, operation, use, place, host);
        if (form !== undefined) found.push(form);
      }
      const [first] = found;
      if (first === undefined || found.length < hosts.length) scan.clear('open-redirect', operation.id);
      else
        scan.found('open-redirect', {
          operation: operation.id,
          place: placeText(place),
          message: 'expected an address of another host to be refused, got a redirect to it',
          exchange: first.exchange,
        });
    }
  },
};

const leadingForm = async (
  scan: Scan,
  operation: Operation,
  working: Working,
  place: CallPlace,
  host: string,
): Promise<Answer | undefined> => {
  for (const value of [`https://${host}/`, `//${host}/`]) {
    const answer = await sendWith(scan, operation, working, place, value);
    if (leadsTo(answer) === host) return answer;
  }
  return undefined;
};
