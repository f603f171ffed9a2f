/** Forged tokens (RFC 8725): each must be refused as an invented one is. */
import type { ScanJwt } from '#core/acts/scan';
import type { Json, JsonObject } from '#core/units';
import type { Operation } from '#engines/contract/model';
import { isGranted, isLikeGranted, type Answer } from '#engines/security/answer';
import { ANONYMOUS, type Actor, type Call } from '#engines/security/call';
import type { Family, Scan } from '#engines/security/family';
import { CHECKS, type CheckId } from '#engines/security/registry';
import { isReading, isSecured } from '#engines/security/session';
import {
  keySigner,
  keyTexts,
  ownKey,
  algorithmOf,
  parseToken,
  publicKeyIn,
  sharedSigner,
  tokenOf,
  weakSecretOf,
  type ParsedToken,
  type Signer,
} from '#engines/security/token-forge';

const HOUR_S = 3600;
/** Attacks on what the forger does not know: everything but times and names of a token that is signed rightly. */
const FORGERIES: readonly CheckId[] = [
  'jwt-alg-none',
  'jwt-stripped',
  'jwt-key-confusion',
  'jwt-kid-path',
  'jwt-kid-injection',
  'jwt-embedded-key',
  'jwt-key-url',
];
const CLAIMS: readonly CheckId[] = ['jwt-expired', 'jwt-not-yet-valid', 'jwt-audience', 'jwt-issuer'];

/** Puts a token where the API looks for it, and nothing else. */
const bearerOf = ({ header = 'authorization', prefix }: ScanJwt, token: string): Actor => {
  const [, where, name = ''] = /^(cookie|query):(.+)$/u.exec(header) ?? [];
  if (where === 'query') return { name: 'forger', identity: { query: { [name]: token } } };
  if (where === 'cookie') return { name: 'forger', identity: { headers: { cookie: `${name}=${token}` } } };
  const before = prefix ?? (header.toLowerCase() === 'authorization' ? 'Bearer ' : '');
  return { name: 'forger', identity: { headers: { [header]: `${before}${token}` } } };
};

interface Bench {
  readonly scan: Scan;
  readonly operation: Operation;
  readonly jwt: ScanJwt;
  readonly token: ParsedToken;
  readonly send: (token: string) => Promise<Answer>;
  /** Whether a token is taken; asked twice before it is believed. */
  readonly taken: (token: string) => Promise<Answer | undefined>;
}

const tell = async (
  { scan, operation, taken }: Bench,
  check: CheckId,
  tokens: readonly string[],
  what: string,
): Promise<boolean> => {
  if (!scan.wants(check)) return false;
  for (const token of tokens) {
    const answer = await taken(token);
    if (answer === undefined) continue;
    scan.found(check, {
      operation: operation.id,
      message: `expected ${what} to be refused, got ${String(answer.status)} as with a good token`,
      exchange: answer.exchange,
    });
    return true;
  }
  scan.clear(check, operation.id);
  return false;
};

const skipAll = ({ skip }: Scan, checks: readonly CheckId[], operation: string | undefined, reason: string): void => {
  for (const check of checks) skip(check, operation, reason);
};

const keyConfusion = async (bench: Bench): Promise<void> => {
  const { scan, jwt, token, operation } = bench;
  if (!scan.wants('jwt-key-confusion')) return;
  if (algorithmOf(token).startsWith('HS')) {
    scan.skip(
      'jwt-key-confusion',
      operation.id,
      'tokens are signed with a shared secret: there is no public key to confuse it with',
    );
    return;
  }
  const set =
    jwt.publicKey === undefined
      ? await scan.sendRaw({ method: 'GET', path: jwt.keySet ?? '/.well-known/jwks.json' })
      : undefined;
  const publicKey = jwt.publicKey ?? publicKeyIn(set?.json, token.header['kid']);
  if (publicKey === undefined) {
    scan.skip('jwt-key-confusion', operation.id, 'the public key is not known: give jwt.publicKey or jwt.keySet');
    return;
  }
  const tokens = keyTexts(publicKey).flatMap((text) =>
    ['HS256', 'HS512'].map((alg) => tokenOf({ ...token.header, alg }, token.claims, sharedSigner(alg, text))),
  );
  await tell(bench, 'jwt-key-confusion', tokens, 'a token signed with the public key as a shared secret');
};

const ownKeys = async (bench: Bench): Promise<void> => {
  const { scan, token, operation } = bench;
  const kid = scan.word('kid');
  const algorithm = algorithmOf(token);
  const key = await ownKey(algorithm, kid);
  const { typ } = token.header;
  const base: JsonObject = { alg: key.algorithm, ...(typ === undefined ? {} : { typ }), kid };
  await tell(
    bench,
    'jwt-embedded-key',
    [tokenOf({ ...base, jwk: key.jwk }, token.claims, key.signer)],
    'a token that brings its own key',
  );
  if (!scan.wants('jwt-key-url')) return;
  const { catcher } = scan;
  if (catcher === undefined) {
    scan.skip('jwt-key-url', operation.id, 'the target cannot call this machine, so nobody can serve it a key');
    return;
  }
  const name = scan.word('key url');
  const jku = catcher.url(name, { body: JSON.stringify({ keys: [key.jwk] }) });
  const isTaken = await tell(
    bench,
    'jwt-key-url',
    [tokenOf({ ...base, jku }, token.claims, key.signer)],
    'a token with the URL of its own key',
  );
  if (!isTaken && catcher.wasCalled(name))
    scan.found('jwt-key-url', {
      operation: operation.id,
      message: 'expected the key URL of a token not to be fetched, got a call at it (the token was refused)',
    });
};

const forgeries = async (bench: Bench): Promise<void> => {
  const {
    token: {
      header,
      claims,
      parts: [head, body],
    },
  } = bench;
  const none = ['none', 'None', 'NONE', 'nOnE'].map((alg) => tokenOf({ ...header, alg }, claims, undefined));
  await tell(bench, 'jwt-alg-none', none, 'a token with the algorithm none');
  await tell(bench, 'jwt-stripped', [`${head}.${body}.`, `${head}.${body}`], 'a token without its signature');
  await keyConfusion(bench);
  const paths = ['../../../../../../../../dev/null', '/dev/null'].map((kid) =>
    tokenOf({ ...header, alg: 'HS256', kid }, claims, sharedSigner('HS256', '')),
  );
  await tell(bench, 'jwt-kid-path', paths, 'a token whose key id leads to an empty file');
  const injected = [
    "assay' UNION SELECT 'assay",
    "assay' UNION SELECT 'assay' -- ",
    "' OR '1'='2' UNION SELECT 'assay' -- ",
  ].map((kid) => tokenOf({ ...header, alg: 'HS256', kid }, claims, sharedSigner('HS256', 'assay')));
  await tell(bench, 'jwt-kid-injection', injected, 'a token whose key id is a query');
  await ownKeys(bench);
};

const signerOf = ({ jwt, token }: Bench, weak: string | undefined): Signer | undefined => {
  const algorithm = algorithmOf(token);
  if (algorithm.startsWith('HS')) {
    const secret = jwt.secret ?? weak;
    return secret === undefined ? undefined : sharedSigner(algorithm, secret);
  }
  return jwt.privateKey === undefined ? undefined : keySigner(algorithm, jwt.privateKey);
};

const timesAndNames = async (bench: Bench, signer: Signer | undefined): Promise<void> => {
  const {
    scan,
    operation,
    token: { header, claims },
    taken,
  } = bench;
  if (signer === undefined) {
    skipAll(scan, CLAIMS, operation.id, 'such a token has to be signed rightly: give jwt.secret or jwt.privateKey');
    return;
  }
  const now = Math.floor(scan.context.clock.nowMs() / 1000);
  const good: JsonObject = { ...claims, iat: now - 60, exp: now + HOUR_S };
  if ((await taken(tokenOf(header, good, signer))) === undefined) {
    skipAll(scan, CLAIMS, operation.id, 'a token that was signed here is refused even where nothing is wrong with it');
    return;
  }
  const changed = (check: CheckId, change: JsonObject, what: string): Promise<boolean> =>
    tell(bench, check, [tokenOf(header, { ...good, ...change }, signer)], what);
  await changed('jwt-expired', { iat: now - 2 * HOUR_S, exp: now - HOUR_S }, 'a token that expired an hour ago');
  await changed('jwt-not-yet-valid', { nbf: now + HOUR_S }, 'a token that begins in an hour');
  const named = async (check: CheckId, claim: string, value: Json, what: string): Promise<void> => {
    if (claims[claim] === undefined) scan.skip(check, operation.id, `tokens of this API have no ${claim}`);
    else await changed(check, { [claim]: value }, what);
  };
  await named('jwt-audience', 'aud', 'https://assay-other.example', 'a token for another audience');
  await named('jwt-issuer', 'iss', 'https://assay-other.example', 'a token of another issuer');
};

const operationFor = async (scan: Scan, { operation }: ScanJwt): Promise<Operation | undefined> => {
  if (operation !== undefined) return scan.contract.operation(operation);
  for (const one of scan.operations.filter((candidate) => isReading(candidate) && isSecured(candidate)))
    if ((await scan.bench.working(one)) !== undefined) return one;
  return undefined;
};

const openBench = async (scan: Scan, jwt: ScanJwt, token: ParsedToken): Promise<Bench | string> => {
  const operation = await operationFor(scan, jwt);
  if (operation === undefined) return 'no operation needs the token: give jwt.operation';
  const working = await scan.bench.working(operation);
  const call: Call = working?.call ?? (await scan.bench.callFor(operation, scan.players[0] ?? ANONYMOUS));
  const send = (text: string): Promise<Answer> => scan.send(call, bearerOf(jwt, text));
  const granted = await send(jwt.token);
  const refused = await send('assay.invented.token');
  if (!isGranted(granted)) return `the token itself is not granted ${operation.id} (${String(granted.status)})`;
  if (isLikeGranted(refused, granted, refused) !== false && refused.meaning === granted.meaning)
    return `${operation.id} does not look at the token`;
  const isTaken = async (text: string): Promise<Answer | undefined> => {
    const answer = await send(text);
    return isLikeGranted(answer, granted, refused) === true ? answer : undefined;
  };
  return {
    scan,
    operation,
    jwt,
    token,
    send,
    taken: async (text) => ((await isTaken(text)) === undefined ? undefined : isTaken(text)),
  };
};

const JWT_CHECKS = CHECKS.map(({ id }) => id).filter((id) => id.startsWith('jwt-'));

const attack = async (bench: Bench): Promise<void> => {
  const { scan, token, operation } = bench;
  const {
    header,
    claims,
    parts: [head, body, signature],
  } = token;
  if (claims['exp'] === undefined && scan.wants('jwt-no-expiry'))
    scan.found('jwt-no-expiry', {
      operation: operation.id,
      message: 'expected tokens to have an exp, got one without',
    });
  else if (scan.wants('jwt-no-expiry')) scan.clear('jwt-no-expiry', operation.id);
  if (!scan.isActive) return;
  const otherClaims = tokenOf(header, { ...claims, assay: 1 }, undefined).split('.')[1] ?? body;
  const otherSignature = sharedSigner('HS256', 'assay-never-given-out')(`${head}.${body}`);
  const isUnchecked = await tell(
    bench,
    'jwt-signature',
    [`${head}.${otherClaims}.${signature}`, `${head}.${body}.${otherSignature}`],
    'a token with a signature that is not its own',
  );
  if (isUnchecked) {
    skipAll(scan, [...FORGERIES, ...CLAIMS, 'jwt-weak-secret'], operation.id, 'signatures are not checked at all');
    return;
  }
  await forgeries(bench);
  const weak = weakSecretOf(token);
  const forged =
    weak === undefined ? [] : [tokenOf(header, { ...claims, assay: 1 }, sharedSigner(algorithmOf(token), weak))];
  await tell(bench, 'jwt-weak-secret', forged, 'a token signed with a secret of a word list');
  await timesAndNames(bench, signerOf(bench, weak));
};

export const tokens: Family = {
  scope: 'api',
  checks: JWT_CHECKS,
  run: async (scan) => {
    const { jwt } = scan.definition;
    const wanted = JWT_CHECKS.filter((check) => scan.wants(check));
    if (jwt === undefined || wanted.length === 0) return;
    const token = parseToken(jwt.token);
    const bench =
      token === undefined
        ? 'expected jwt.token to be a JSON Web Token of three parts'
        : await openBench(scan, jwt, token);
    if (typeof bench === 'string') skipAll(scan, wanted, undefined, bench);
    else await attack(bench);
  },
};
