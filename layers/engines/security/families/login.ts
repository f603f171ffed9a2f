/** Login: does a refusal tell who has an account, do wrong passwords slow anybody down. */
import { isJsonObject } from '#core/json-types';
import type { Json, JsonObject } from '#core/units';
import type { Operation } from '#engines/contract/model';
import { isGranted, isRefusal, withoutVolatile, type Answer } from '#engines/security/answer';
import { ANONYMOUS, type Call } from '#engines/security/call';
import type { Family, Scan } from '#engines/security/family';
import type { CheckId } from '#engines/security/registry';
import { bodyMedia } from '#engines/security/values';

const ATTEMPTS_DEFAULT = 30;
const LOGIN_PATH = /\/(?:log-?in|sign-?in|sessions?|auth(?:enticate|entication)?|tokens?)(?:\/|$)/iu;
const NAMES = /^(?:user_?name|user|email|e_?mail|login|account|handle|phone|identifier)$/iu;
const PASSWORDS = /^(?:password|passwd|pwd|pass|pass_?phrase)$/iu;

interface LoginForm {
  readonly operation: Operation;
  readonly call: Call;
  readonly name: string;
  readonly password: string;
}

const formOf = async (scan: Scan): Promise<LoginForm | undefined> => {
  const { login } = scan.definition;
  const stated = login === undefined ? undefined : scan.contract.operation(login.operation);
  const candidates =
    stated === undefined
      ? scan.operations.filter(({ method, path }) => method === 'POST' && LOGIN_PATH.test(path))
      : [stated];
  for (const operation of candidates) {
    const media = bodyMedia(operation);
    const body = media === undefined ? undefined : scan.values.forBody(media, 0);
    if (media === undefined || !isJsonObject(body)) continue;
    const fields = Object.keys(body);
    const name = login?.usernameField ?? fields.find((field) => NAMES.test(field));
    const password = login?.passwordField ?? fields.find((field) => PASSWORDS.test(field));
    if (name === undefined || password === undefined) continue;
    return {
      operation,
      name,
      password,
      call: { ...(await scan.bench.callFor(operation, ANONYMOUS)), body, mediaType: media.mediaType },
    };
  }
  return undefined;
};

const attempt = (form: LoginForm, user: string, password: string): Call => ({
  ...form.call,
  body: { ...(form.call.body as JsonObject), [form.name]: user, [form.password]: password },
});

const said = ({ meaning, text }: Answer, user: string): string =>
  `${String(meaning)} ${withoutVolatile(text.replaceAll(user, '#'))}`;

const existingUser = ({ definition, actors }: Scan): string | undefined =>
  definition.login?.existingUser ?? actors.find(({ identity }) => identity.username !== undefined)?.identity.username;

const lookAtNames = async (scan: Scan, form: LoginForm): Promise<void> => {
  const { operation } = form;
  const existing = existingUser(scan);
  if (existing === undefined) {
    scan.skip(
      'user-enumeration',
      operation.id,
      'nobody is known to exist: give login.existingUser or identities.NAME.username',
    );
    return;
  }
  const domain = existing.includes('@') ? existing.slice(existing.indexOf('@')) : '';
  const strangers = ['one', 'two'].map((which) => `${scan.word(`nobody ${which}`)}${domain}`);
  const wrong = `Wrong-${scan.word('password')}-1`;
  const known: Answer[] = [];
  const unknown: Answer[] = [];
  for (const stranger of strangers) {
    known.push(await scan.send(attempt(form, existing, wrong), ANONYMOUS));
    unknown.push(await scan.send(attempt(form, stranger, wrong), ANONYMOUS));
  }
  const [first, second] = known.map((answer) => said(answer, existing));
  const [third, fourth] = unknown.map((answer, at) => said(answer, strangers[at] ?? ''));
  if (![...known, ...unknown].every((answer) => isRefusal(answer) && !answer.isUnjudged))
    scan.skip('user-enumeration', operation.id, 'a wrong password is not refused in a way that can be compared');
  else if (first !== second || third !== fourth)
    scan.skip('user-enumeration', operation.id, 'the same request is not answered the same twice');
  else if (first === third) scan.clear('user-enumeration', operation.id);
  else
    scan.found('user-enumeration', {
      operation: operation.id,
      place: `body /${form.name}`,
      message: `expected the same refusal for a wrong password and an unknown name, got ${String(known[0]?.meaning)} and ${String(unknown[0]?.meaning)} with different texts`,
      ...(known[0] === undefined ? {} : { exchange: known[0].exchange }),
    });
};

/** Guesses at the password of somebody who does not exist: no account is locked by it. */
const lookAtAttempts = async (scan: Scan, form: LoginForm): Promise<void> => {
  const { operation } = form;
  const most = scan.definition.login?.attemptsMax ?? ATTEMPTS_DEFAULT;
  const user = scan.word('guessed');
  const texts = new Set<string>();
  let last: Answer | undefined;
  for (let count = 0; count < most; count += 1) {
    last = await scan.sender.sendAtOnce({
      ...scan.requestFor(attempt(form, user, `Guess-${String(count)}-${user}`), ANONYMOUS),
    });
    if (last.isUnjudged || last.meaning === 403 || last.meaning === 423) break;
    texts.add(said(last, user));
    // Another answer than before: a captcha, a lock, a delay that is told of.
    if (texts.size > 1) break;
  }
  if (last === undefined) return;
  if (last.isUnjudged && last.status !== 429)
    scan.skip('login-unlimited', operation.id, `no judgement is possible after status ${String(last.status)}`);
  else if (
    last.isUnjudged ||
    texts.size > 1 ||
    !isRefusal(last) ||
    last.meaning === 423 ||
    (last.meaning === 403 && texts.size === 0)
  )
    scan.clear('login-unlimited', operation.id);
  else if (isGranted(last)) scan.skip('login-unlimited', operation.id, 'a guess was granted');
  else
    scan.found('login-unlimited', {
      operation: operation.id,
      message: `expected guesses at a password to be slowed down or refused, got the same answer ${String(most)} times`,
      exchange: last.exchange,
    });
};

/** What opens a login without knowing a password, and its twin that must not. */
const BYPASSES: readonly {
  readonly check: CheckId;
  readonly opens: (word: string) => Json;
  readonly shuts: (word: string) => Json;
}[] = [
  { check: 'nosql-injection', opens: (word) => ({ $ne: word }), shuts: (word) => ({ $eq: word }) },
  { check: 'sql-injection', opens: (word) => `${word}' OR '7'='7`, shuts: (word) => `${word}' OR '7'='8` },
];

const lookAtBypass = async (scan: Scan, form: LoginForm): Promise<void> => {
  const { operation, call, name, password } = form;
  const existing = existingUser(scan) ?? scan.word('somebody');
  for (const { check, opens, shuts } of BYPASSES.filter((one) => scan.wants(one.check))) {
    const send = (field: string, value: Json): Promise<Answer> =>
      scan.send(
        {
          ...call,
          body: {
            ...(call.body as JsonObject),
            [name]: existing,
            [password]: `Wrong-${scan.word('bypass')}-1`,
            [field]: value,
          },
        },
        ANONYMOUS,
      );
    scan.clear(check, operation.id);
    for (const field of [password, name]) {
      const answer = await send(field, opens(scan.word('one')));
      if (!isGranted(answer)) continue;
      const [shut, again] = [await send(field, shuts(scan.word('one'))), await send(field, opens(scan.word('two')))];
      if (isGranted(shut) || shut.isUnjudged || !isGranted(again)) continue;
      scan.found(check, {
        operation: operation.id,
        place: `body /${field}`,
        message: 'expected a condition in place of a name or password to be refused, got a login',
        exchange: answer.exchange,
      });
    }
  }
};

export const login: Family = {
  scope: 'api',
  checks: ['user-enumeration', 'login-unlimited'],
  run: async (scan) => {
    if (!scan.wants('user-enumeration') && !scan.wants('login-unlimited')) return;
    const form = await formOf(scan);
    if (form === undefined) {
      for (const check of ['user-enumeration', 'login-unlimited'] as const)
        if (scan.wants(check))
          scan.skip(check, undefined, 'no operation takes a name and a password: give login.operation');
      return;
    }
    if (scan.isActive) await lookAtBypass(scan, form);
    if (scan.wants('user-enumeration')) await lookAtNames(scan, form);
    if (scan.wants('login-unlimited')) await lookAtAttempts(scan, form);
  },
};
