import {
  makeContext,
  withCommonFlags,
  withExamples,
  type CommandContext,
  type CommonFlags,
  type Outcome,
} from '../command-context.ts';
import { CliFailure } from '../cli-failure.ts';
import { readClaims, timeClaimMs } from '../doctor/read-claims.ts';
import { EXIT } from '../exit-codes.ts';
import { makeAgent } from '../plane/http-agent.ts';
import { findTokenSource } from '../plane/token-source.ts';
import { plainText } from '../render/paint.ts';
import { duration, table } from '../render/table.ts';
import type { Register } from '../run-cli.ts';

interface TokenFlags extends CommonFlags {
  readonly token?: string;
  readonly print?: boolean;
}

const expiryText = (expiresAtMs: number | undefined, nowMs: number): string => {
  if (expiresAtMs === undefined) return 'never says when it expires';
  const at = new Date(expiresAtMs).toISOString();
  return expiresAtMs > nowMs
    ? `expires in ${duration(expiresAtMs - nowMs)} (${at})`
    : `expired ${duration(nowMs - expiresAtMs)} ago (${at})`;
};

const claimText = (name: string, value: unknown): string => {
  const isTime = (name === 'exp' || name === 'nbf' || name === 'iat') && typeof value === 'number';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return plainText(isTime ? `${text} (${new Date(value * 1000).toISOString()})` : text);
};

const showToken = async (context: CommandContext, flags: TokenFlags): Outcome => {
  const { world, paint } = context;
  const agent = makeAgent(world);
  try {
    const source = findTokenSource(world, agent, flags.token);
    const token = await source.next();
    if (flags.print === true) {
      context.out(`${token}\n`);
      return EXIT.ok;
    }
    const read = readClaims(token);
    if (read === undefined) {
      throw new CliFailure(
        EXIT.noPermission,
        'token',
        `the token of ${source.from} is no JWT: expected three parts with dots between them`,
        {
          hint: 'the plane takes OIDC tokens; is this a token of another kind?',
        },
      );
    }
    const expiresAtMs = timeClaimMs(read.claims, 'exp');
    if (context.json) {
      const expiresAt = expiresAtMs === undefined ? null : new Date(expiresAtMs).toISOString();
      context.outJson({ from: source.from, header: read.header, claims: read.claims, expiresAt });
    } else {
      context.out(`from ${paint.bold(source.from)}, ${expiryText(expiresAtMs, world.nowMs())}\n`);
      context.out(
        table(
          Object.entries(read.claims).map(([name, value]) => [name, claimText(name, value)]),
          '  ',
        ),
      );
      context.out(paint.dim('claims as the token states them; only the plane verifies them\n'));
    }
    return expiresAtMs !== undefined && expiresAtMs <= world.nowMs() ? EXIT.noPermission : EXIT.ok;
  } finally {
    await agent.destroy();
  }
};

/** `assay token` */
export const addToken: Register = (program, world, finish) => {
  const command = program
    .command('token')
    .description('Show where the token comes from, what it claims and when it expires. The token itself is not shown.')
    .option('--token <token>', "the token to show (default: ASSAY_TOKEN, or the job's own in GitHub Actions)")
    .option('--print', 'print the whole token instead, for use in curl');
  withExamples(withCommonFlags(command), [
    ['assay token', 'claims and expiry'],
    ['curl -H "authorization: Bearer $(assay token --print)" "$ASSAY_URL/access/whoami"', ''],
  ]).action((flags: TokenFlags) => finish(showToken(makeContext(world, flags), flags)));
};
