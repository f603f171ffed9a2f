/** Adds up the counts that the tiers left in build/counts/ and prints the one closing line; argument: exit status of the tiers so far. */
import { existsSync, readFileSync } from 'node:fs';

const tiers = ['unit', 'e2e'].map((tier) => `build/counts/${tier}.json`);
const read = (file) =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, skipped: 0 };
const sum = tiers
  .map(read)
  .reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }));

const missing = tiers.filter((file) => !existsSync(file)).length;
const broken = process.argv[2] !== '0' && sum.failed === 0 ? 1 : 0;
const failed = sum.failed + Math.max(broken, missing);
process.stdout.write(`\n${sum.passed} passed, ${failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}\n`);
process.exitCode = failed > 0 ? 1 : 0;
