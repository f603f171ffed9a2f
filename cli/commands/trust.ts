import { ROLES } from '#core/words';
import {
  makeContext,
  withExamples,
  withPlane,
  withPlaneFlags,
  type CommandContext,
  type Outcome,
  type PlaneFlags,
} from '../command-context.ts';
import { usageFailure } from '../cli-failure.ts';
import { EXIT } from '../exit-codes.ts';
import { fetchAnswer, type Page, type TrustRuleView } from '../plane/wire.ts';
import { plainText } from '../render/paint.ts';
import { table } from '../render/table.ts';
import type { Register } from '../run-cli.ts';
import { collect } from './option-values.ts';

const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';

interface AddFlags extends PlaneFlags {
  readonly issuer?: string;
  readonly github?: boolean;
  readonly audience?: string;
  readonly claim?: readonly string[];
  readonly role: string;
  readonly service?: readonly string[];
  readonly payloadRead?: boolean;
  readonly description?: string;
  readonly expires?: string;
}

/** `repository=acme/shop` equals, `ref=a,b` one of, `ref=refs/heads/*` a glob. */
const claimsOf = (pairs: readonly string[]): { readonly [claim: string]: unknown } =>
  Object.fromEntries(
    pairs.map((pair): [string, unknown] => {
      const at = pair.indexOf('=');
      if (at < 1 || at === pair.length - 1)
        throw usageFailure(`--claim must be name=value, got ${pair}`, '--claim repository=acme/shop');
      const value = pair.slice(at + 1);
      if (value.includes('*')) return [pair.slice(0, at), { like: value }];
      const condition: string | string[] = value.includes(',') ? value.split(',') : value;
      return [pair.slice(0, at), condition];
    }),
  );

const expiryOf = (text: string): string => {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw usageFailure(`--expires must be a date or time such as 2027-01-31, got ${text}`);
  return new Date(ms).toISOString();
};

const ruleBody = (id: string, flags: AddFlags): object => {
  const issuer = flags.issuer ?? (flags.github === true ? GITHUB_ISSUER : undefined);
  if (issuer === undefined) throw usageFailure('expected --issuer URL, or --github for GitHub Actions');
  if ((flags.claim ?? []).length === 0) {
    throw usageFailure(
      'expected at least one --claim: a rule without one would trust everybody of that issuer',
      '--claim repository=acme/shop',
    );
  }
  if (!ROLES.some((role) => role === flags.role))
    throw usageFailure(`--role must be one of ${ROLES.join(', ')}, got ${flags.role}`);
  return {
    id,
    issuer,
    claims: claimsOf(flags.claim ?? []),
    role: flags.role,
    ...(flags.audience === undefined ? {} : { audience: flags.audience }),
    ...(flags.service === undefined ? {} : { projects: flags.service }),
    ...(flags.payloadRead === true ? { payloadRead: true } : {}),
    ...(flags.description === undefined ? {} : { description: flags.description }),
    ...(flags.expires === undefined ? {} : { expiresAt: expiryOf(flags.expires) }),
  };
};

const addRule = (context: CommandContext, id: string, flags: AddFlags): Outcome => {
  const json = ruleBody(id, flags);
  return withPlane(context, flags, async (client) => {
    const rule = await fetchAnswer<TrustRuleView>(
      client,
      { method: 'POST', path: '/access/trust-rules', json },
      'TrustRuleView',
    );
    if (context.json) context.outJson(rule);
    else context.out(`trust rule ${rule.id} added: ${rule.role} for ${rule.projects.join(', ')}\n`);
    return EXIT.ok;
  });
};

const claimsText = (claims: TrustRuleView['claims']): string =>
  Object.entries(claims)
    .map(([name, condition]) => {
      if (Array.isArray(condition)) return `${name}=${condition.join(',')}`;
      const glob =
        typeof condition === 'object' && condition !== null && 'like' in condition ? condition.like : condition;
      return `${name}=${String(glob)}`;
    })
    .join(' ');

const listRules = (context: CommandContext, flags: PlaneFlags): Outcome =>
  withPlane(context, flags, async (client) => {
    const list = await fetchAnswer<Page<TrustRuleView>>(
      client,
      { method: 'GET', path: '/access/trust-rules' },
      'TrustRuleList',
    );
    if (context.json) context.outJson(list);
    else if (list.items.length === 0) context.out('no trust rules: nobody but the first owner gets in\n');
    else {
      const rows = list.items.map((rule) => [
        rule.id,
        rule.payloadRead ? `${rule.role}+payload` : rule.role,
        rule.projects.join(','),
        rule.issuer,
        plainText(claimsText(rule.claims)),
        rule.ignored !== undefined ? 'ignored' : rule.expiresAt === undefined ? '' : `until ${rule.expiresAt}`,
      ]);
      context.out(table([['RULE', 'ROLE', 'SERVICES', 'ISSUER', 'CLAIMS', ''], ...rows]));
      for (const { id, ignored } of list.items)
        if (ignored !== undefined) context.out(`${id} is ignored: ${plainText(ignored)}\n`);
    }
    return EXIT.ok;
  });

const removeRule = (context: CommandContext, id: string, flags: PlaneFlags): Outcome =>
  withPlane(context, flags, async (client) => {
    await client.send({ method: 'DELETE', path: `/access/trust-rules/${encodeURIComponent(id)}` });
    if (context.json) context.outJson({ removed: id });
    else context.out(`trust rule ${id} removed\n`);
    return EXIT.ok;
  });

/** `assay trust add|list|remove` */
export const addTrust: Register = (program, world, finish) => {
  const trust = program.command('trust').description('Say whose tokens the plane trusts, and with which role.');
  const add = trust
    .command('add')
    .description('Add a rule: tokens of this issuer with these claims get this role.')
    .argument('<rule>', 'id of the rule: lower-case letters, digits and hyphens')
    .option('--issuer <url>', 'issuer of the tokens')
    .option('--github', `short for --issuer ${GITHUB_ISSUER}`)
    .option('--audience <text>', 'audience the token must have')
    .option(
      '--claim <name=value>',
      'claim the token must have: a value, a,b for one of several, or a glob with *; repeatable',
      collect,
    )
    .requiredOption('--role <role>', ROLES.join(', '))
    .option('--service <id>', 'service the rule is for; repeatable (default: all)', collect)
    .option('--payload-read', 'may see bodies, recordings and attachments')
    .option('--description <text>', 'why the rule is there')
    .option('--expires <date>', 'when the rule ends');
  withExamples(withPlaneFlags(add), [
    [
      'assay trust add shop-ci --github --claim repository=acme/shop --role executor --service shop',
      'CI of one repository',
    ],
    [
      "assay trust add shop-main --github --claim repository=acme/shop --claim 'ref=refs/heads/release-*' --role editor",
      'release branches only',
    ],
  ]).action((id: string, flags: AddFlags) => finish(addRule(makeContext(world, flags), id, flags)));
  withExamples(withPlaneFlags(trust.command('list').description('List the rules.')), [['assay trust list', '']]).action(
    (flags: PlaneFlags) => finish(listRules(makeContext(world, flags), flags)),
  );
  const remove = trust
    .command('remove')
    .description('Remove a rule; it stops matching at once.')
    .argument('<rule>', 'id of the rule');
  withExamples(withPlaneFlags(remove), [['assay trust remove shop-ci', '']]).action((id: string, flags: PlaneFlags) =>
    finish(removeRule(makeContext(world, flags), id, flags)),
  );
};
