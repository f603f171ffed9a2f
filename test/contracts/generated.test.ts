/** The generator is run in a process of its own, and what it makes is compared with what is committed, byte for byte. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

import { expect, test } from '@jest/globals';

const contracts = new URL('../../layers/contracts/', import.meta.url);
const run = promisify(execFile);

test('generating the contract again gives the committed files, byte for byte', async () => {
  const program = `import { generateContract } from ${JSON.stringify(new URL('generate/generate-contract.ts', contracts).href)};
    process.stdout.write(JSON.stringify(await generateContract()));`;

  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], { maxBuffer: 50_000_000 });

  const made = JSON.parse(stdout) as { readonly [file: string]: string };
  const committed = readdirSync(new URL('generated/', contracts));
  expect(Object.keys(made).sort()).toEqual([...committed].sort());
  const stale = Object.keys(made).filter(
    (file) => made[file] !== readFileSync(new URL(`generated/${file}`, contracts), 'utf8'),
  );
  expect(stale).toEqual([]);
}, 60_000);
