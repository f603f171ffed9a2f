/**
 * `npm run -s secret -- assay/local/shop '{"password":"…"}'`: gives the cloud that `npm start` runs a secret, and says what environments call it.
 * With `-` the value is read from stdin, so that it stands in no shell history.
 */
import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { secretPrefix } from '#core/secret-reference';
import { messageOf } from '../message-of.ts';
import { findRunningCloud } from '../running-cloud.ts';
import { putSecret, readSecret } from './put-secret.ts';

const USAGE = `usage: npm run -s secret -- NAME VALUE
  NAME    ${secretPrefix('TENANT')}NAME, such as ${secretPrefix('local')}shop
  VALUE   a JSON object of texts, such as '{"password":"…"}', or any other text; - reads it from stdin
`;
const EXIT_USAGE = 64;

class WrongUse extends Error {}

const readArguments = (): { readonly name: string; readonly value: string } | undefined => {
  try {
    const { values, positionals } = parseArgs({
      options: { help: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    if (values.help) return undefined;
    const [name, value, ...others] = positionals;
    if (name === undefined || value === undefined || others.length > 0)
      throw new WrongUse(`expected a name and a value, got ${String(positionals.length)} arguments`);
    return { name, value };
  } catch (error) {
    if (error instanceof WrongUse) throw error;
    throw new WrongUse(messageOf(error));
  }
};

const storeSecret = async (): Promise<void> => {
  const given = readArguments();
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
  process.stderr.write(`${messageOf(error)}\n${error instanceof WrongUse ? USAGE : ''}`);
  process.exit(error instanceof WrongUse ? EXIT_USAGE : 1);
});
