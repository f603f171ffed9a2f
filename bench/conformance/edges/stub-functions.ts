/**
 * Stand-ins of the workflow's functions that fail as often as a script says, and say which one they are. An error ends a function's
 * process, so what they count lies in files.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import type { Functions } from '../faults/functions.ts';

/** How often a stub fails before it gives its answer; for ever when it is `Infinity`. */
export interface StubScript {
  readonly fails?: number;
  readonly answer?: object;
}

export const STUBBED = [
  'plan-run',
  'probe-target',
  'run-shard',
  'lose-shard',
  'judge-run',
  'seal-run',
  'learn-run',
] as const;
export type Stubbed = (typeof STUBBED)[number];
export type Scripts = Readonly<Partial<Record<Stubbed, StubScript>>>;

export interface Stubs extends AsyncDisposable {
  /** ARN of the deployed function, and the one of its stub. */
  readonly exchanges: Readonly<Record<string, string>>;
  /** What stubs do for a run; to be said before it starts. */
  script(runId: string, scripts: Scripts): void;
}

const CODE = `
import { appendFileSync, readFileSync } from 'node:fs';
export const handler = async ({ runId }) => {
  const { STUB_FOLDER: folder, STUB_NAME: name } = process.env;
  const { fails = 0, answer = {} } = JSON.parse(readFileSync(folder + '/' + runId + '.json', 'utf8'))[name] ?? {};
  const calls = folder + '/' + runId + '.' + name;
  appendFileSync(calls, '.');
  if (readFileSync(calls, 'utf8').length <= fails) throw new Error(name + ' fails, as it was told');
  return answer;
};
`;

/** A zip archive with one uncompressed file (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16). */
const zipOf = (name: string, text: string): Uint8Array => {
  const [file, data] = [Buffer.from(name), Buffer.from(text)];
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(0x21, 8);
  facts.writeUInt32LE(crc32(data), 10);
  facts.writeUInt32LE(data.length, 14);
  facts.writeUInt32LE(data.length, 18);
  facts.writeUInt16LE(file.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, file, data]);
  const more = Buffer.alloc(14);
  more.writeUInt32LE(0o644 << 16, 6);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), facts, more, file]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
};

/** JSON knows no Infinity. */
const FOR_EVER = 1_000_000;

export const openStubs = async (functions: Functions): Promise<Stubs> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'assay-stubs-'));
  const zip = zipOf('index.mjs', CODE);
  await using scope = new AsyncDisposableStack();
  scope.defer(() => rmSync(folder, { recursive: true, force: true }));
  const exchanges: Record<string, string> = {};
  for (const name of STUBBED) {
    const made = scope.use(
      await functions.create({ name: `stub-${name}`, zip, variables: { STUB_FOLDER: folder, STUB_NAME: name } }),
    );
    exchanges[functions.arnOf(name)] = made.arn;
  }
  const kept = scope.move();
  return {
    exchanges,
    script: (runId, scripts) => {
      const finite = Object.entries(scripts).map(
        ([name, script]) => [name, { ...script, fails: Math.min(script.fails ?? 0, FOR_EVER) }] as const,
      );
      writeFileSync(path.join(folder, `${runId}.json`), JSON.stringify(Object.fromEntries(finite)));
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
};
