/**
 * `npm run -s token -- --role viewer`: prints a token for the cloud that `npm start` runs, and nothing else, so that
 * `export ASSAY_TOKEN=$(npm run -s token -- --role executor)` works. A trust rule is added where the identity has none.
 */
import { ROLES } from '#core/words';
import type { Role } from '#core/words';
import { ownerClaims } from '../cloud.ts';
import { readOptions, tellFailure, WrongUse } from '../command-line.ts';
import { findRunningCloud, reach } from '../running-cloud.ts';
import { admit } from '../trust.ts';

const USAGE = `usage: npm run -s token -- [options]
  --role ROLE        ${ROLES.join(', ')} (default: owner)
  --tenant NAME      one of the cloud's tenants (default: its first)
  --subject NAME     the sub claim (default: ROLE@TENANT)
  --project SERVICE  a service it may touch; repeatable (default: all)
  --payload-read     may see bodies of requests and answers
  --minutes N        how long the token lasts, 1 to 720 (default: 60)
`;

const readArguments = () =>
  readOptions({
    role: { type: 'string', default: 'owner' },
    tenant: { type: 'string' },
    subject: { type: 'string' },
    project: { type: 'string', multiple: true },
    'payload-read': { type: 'boolean', default: false },
    minutes: { type: 'string', default: '60' },
    help: { type: 'boolean', default: false },
  });

const roleOf = (text: string): Role => {
  const role = ROLES.find((known) => known === text);
  if (role === undefined) throw new WrongUse(`--role must be one of ${ROLES.join(', ')}, got ${text}`);
  return role;
};

const secondsOf = (text: string): number => {
  const minutes = Number(text);
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > 720)
    throw new WrongUse(`--minutes must be a whole number from 1 to 720, got ${text}`);
  return minutes * 60;
};

const printToken = async (): Promise<void> => {
  const given = readArguments();
  if (given.help) {
    process.stdout.write(USAGE);
    return;
  }
  const role = roleOf(given.role);
  const lifetimeSeconds = secondsOf(given.minutes);
  const record = await findRunningCloud();
  if (record === undefined) throw new Error('no cloud runs on this machine; start one with npm start');
  const tenant = given.tenant ?? record.tenants[0] ?? '';
  if (!record.tenants.includes(tenant)) {
    throw new WrongUse(
      `the running cloud serves ${record.tenants.join(', ')}, not ${tenant}; npm start -- --tenant ${tenant} starts one that does`,
    );
  }
  const cloud = reach(record);
  const subject = given.subject ?? (role === 'owner' ? ownerClaims(tenant).sub : `${role}@${tenant}`);
  const claims = await admit(cloud, {
    tenant,
    role,
    subject,
    payloadRead: given['payload-read'],
    ...(given.project === undefined ? {} : { projects: given.project }),
  });
  process.stdout.write(`${await cloud.tokenFor(claims, { lifetimeSeconds })}\n`);
};

await printToken().catch((error: unknown) => {
  process.exit(tellFailure(error, USAGE));
});
