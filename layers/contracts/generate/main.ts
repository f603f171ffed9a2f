/**
 * Makes layers/contracts/generated/ from openapi.json and suite.schema.json: `node layers/contracts/generate/main.ts`.
 * test/contracts/generated.test.ts holds that the committed files are what this makes.
 */
import { mkdir, writeFile } from 'node:fs/promises';

import { generateContract } from './generate-contract.ts';

const folder = new URL('../generated/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(await generateContract())) {
  await writeFile(new URL(name, folder), text);
}
