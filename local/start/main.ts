/** `npm start`: a cloud that stays up until Ctrl-C. */
import { forget, ownerClaims, startCloud, TENANT } from '../cloud.ts';
import { onEnd } from '../ending.ts';
import { forgetGoneClouds } from '../gone-clouds.ts';
import { assayFolder } from '../places.ts';
import { readOptions, tellFailure, WrongUse } from '../command-line.ts';
import { findRunningCloud, removeCloudRecord, writeCloudRecord } from '../running-cloud.ts';

const USAGE = `usage: npm start -- [options]
  --tenant NAME     a tenant that has an owner from the start; repeatable (default: ${TENANT})
  --evaluate-roles  have the roles of functions and tasks evaluated
`;
const OWNER_TOKEN_SECONDS = 12 * 3600;
/** As identifiers are everywhere: suites, services, tenants. */
const TENANT_NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

interface Wanted {
  readonly tenants: readonly string[];
  readonly evaluateRoles: boolean;
}

const readArguments = (): Wanted | undefined => {
  const values = readOptions({
    tenant: { type: 'string', multiple: true, default: [TENANT] },
    'evaluate-roles': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  });
  const wrong = values.tenant.find((name) => !TENANT_NAME.test(name));
  if (wrong !== undefined)
    throw new WrongUse(`--tenant must be small letters, digits and dashes, at most 63, got ${JSON.stringify(wrong)}`);
  return values.help ? undefined : { tenants: values.tenant, evaluateRoles: values['evaluate-roles'] };
};

const announce = (url: string, token: string, tenants: readonly string[]): void => {
  say('');
  say(`export ASSAY_URL=${url}`);
  say(`export ASSAY_TOKEN=${token}`);
  say('');
  say(
    `That token is the owner's of tenant ${tenants[0] ?? TENANT} and lasts 12 hours. Others: npm run -s token -- --role viewer`,
  );
  say('The example: npm run demo. Ctrl-C ends everything.');
};

const main = async (): Promise<void> => {
  const wanted = readArguments();
  if (wanted === undefined) {
    process.stdout.write(USAGE);
    return;
  }
  const { tenants, evaluateRoles } = wanted;
  const running = await findRunningCloud();
  if (running !== undefined) {
    say(`a cloud runs here already (process ${String(running.pid)}, since ${running.startedAt}):`);
    say(`export ASSAY_URL=${running.url}`);
    say('npm run -s token prints a token for it');
    return;
  }
  forgetGoneClouds(assayFolder('clouds'));
  const starting = new AbortController();
  const asked = new Promise<number>((resolve) => {
    onEnd((exitCode) => {
      say('\nstopping');
      starting.abort();
      resolve(exitCode);
    });
  });
  const endpoint = process.env['AWS_ENDPOINT_URL'];
  const python = process.env['ASSAY_PYTHON'];
  const cloud = await startCloud({
    say,
    tenants,
    evaluateRoles,
    signal: starting.signal,
    ...(endpoint === undefined || endpoint === '' ? {} : { endpoint }),
    ...(python === undefined ? {} : { python }),
  }).catch((error: unknown) => {
    // Ctrl-C while it was starting is no failure.
    if (starting.signal.aborted) return undefined;
    throw error;
  });
  if (cloud !== undefined && !starting.signal.aborted) {
    writeCloudRecord(cloud, tenants);
    announce(
      cloud.url,
      await cloud.tokenFor(ownerClaims(tenants[0] ?? TENANT), { lifetimeSeconds: OWNER_TOKEN_SECONDS }),
      tenants,
    );
  }
  const exitCode = await asked;
  if (cloud !== undefined) {
    removeCloudRecord();
    await cloud.stop();
    forget(cloud);
  }
  // Ctrl-C is how one ends it: that is no failure.
  process.exit(exitCode === 130 ? 0 : exitCode);
};

await main().catch((error: unknown) => {
  process.exit(tellFailure(error, USAGE));
});
