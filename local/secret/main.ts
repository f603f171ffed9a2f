/**
 * `npm run -s secret -- assay/local/shop '{"password":"…"}'`: gives the cloud that `npm start` runs a secret, and says what environments call it.
 * With `-` the value is read from stdin, so that it stands in no shell history.
 */
import { text as readAll } from 'node:stream/consumers';
import { secretPrefix } from '#core/secret-reference';
import { tellFailure, WrongUse } from '../command-line.ts';
import { findRunningCloud } from '../running-cloud.ts';
import { putSecret, readSecret } from './put-secret.ts';

const USAGE = `usage: npm run -s secret -- NAME VALUE
  NAME    ${secretPrefix('TENANT')}NAME, such as ${secretPrefix('local')}shop
  VALUE   a JSON object of texts, such as '{"password":"…"}', or any other text; - reads it from stdin
`;

/** Whatever stands second is the value, also when it begins with a dash: nothing of it may come back in a message about options. */
const readArguments = (given: readonly string[]): { readonly name: string; readonly value: string } | undefined => {
  if (given.includes('--help') || given.includes('-h')) return undefined;
  const [name, value, ...others] = given;
  if (name === undefined || value === undefined || others.length > 0)
    throw new WrongUse(`expected a name and a value, got ${String(given.length)} of them`);
  return { name, value };
};

const storeSecret = async (): Promise<void> => {
  const given = readArguments(process.argv.slice(2));
  if (given === undefined) {
    process.stdout.write(USAGE);
    return;
  }
  const record = await findRunningCloud();
  if (record === undefined) throw new Error('no cloud runs on this machine; start one with npm start');
  const text = given.value === '-' ? (await readAll(process.stdin)).replace(/\r?\n$/, '') : given.value;
  const secret = readSecret(given.name, text, record.tenants);
  if (typeof secret === 'string') throw new WrongUse(secret);
  const change = await putSecret(record.endpoint, secret);
  process.stdout.write(`${change} ${secret.name}; environments refer to it as:\n`);
  for (const reference of secret.references) process.stdout.write(`  ref: ${reference}\n`);
};

await storeSecret().catch((error: unknown) => {
  process.exit(tellFailure(error, USAGE));
});
