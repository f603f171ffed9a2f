/**
 * The example documents API and its suites, together: a real server on loopback, the real engine, HTTP client and webhook catcher. With no
 * fault every case passes; what each fault is to make of them is written down in documents-findings.ts.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CaseResult } from '#core/case-result';
import { buildGraph } from '#core/dependency-graph';
import type { EnvironmentDefinition } from '#core/environment';
import { Stopped } from '#engines/functional/suite-context';
import type { LedgerEntry } from '#ports/resource-ledger';
import { readFaults } from '../../examples/documents/faults.ts';
import { FAULTS, startDocuments, type FaultName, type RunningDocuments } from '../../examples/documents/server.ts';
import { FOUND } from './documents-findings.ts';
import { readFindings } from './read-findings.ts';
import { readSuite, runAgainst, type AgainstOptions } from './run-suite-files.ts';

const folder = path.resolve(import.meta.dirname, '../../examples/documents');
const NAMES = ['access', 'pages', 'documents', 'signing'] as const;
const suites = NAMES.map((name) => readSuite(path.join(folder, 'suites', `${name}.yaml`)));
const signing = suites[3]!;
const written = parse(readFileSync(path.join(folder, 'environment.yaml'), 'utf8')) as EnvironmentDefinition;
const PASSWORD = 'only-for-this-test';
const WEBHOOK_SECRET = 'only-for-this-test-too';
const RESULTS = 131;

let runs = 0;
const run = (server: RunningDocuments, options: AgainstOptions = {}, of = suites): Promise<CaseResult[]> => {
  runs += 1;
  const hosts = [new URL(server.url).host];
  const { password, webhookSecret } = written.secrets!;
  const environment: EnvironmentDefinition = {
    ...written,
    targets: { default: server.url },
    secrets: { password: { ...password!, hosts }, webhookSecret: { ...webhookSecret!, hosts } },
  };
  const values = { [password!.ref]: PASSWORD, [webhookSecret!.ref]: WEBHOOK_SECRET };
  const runId = `r${String(runs).padStart(26, '0')}`;
  return runAgainst(of, environment, values, { webhooks: true, runId, ...options });
};

const withFaults = async (
  faults: readonly FaultName[],
  act: (server: RunningDocuments) => Promise<void>,
): Promise<void> => {
  const server = await startDocuments({ password: PASSWORD, faults });
  try {
    await act(server);
  } finally {
    await server.close();
  }
};

const resultsWith = async (fault: FaultName): Promise<CaseResult[]> => {
  let results: CaseResult[] = [];
  await withFaults([fault], async (server) => {
    results = await run(server);
  });
  return results;
};

describe('without a fault', () => {
  let server: RunningDocuments;
  let results: CaseResult[];
  const created: LedgerEntry[] = [];
  const removed: string[] = [];
  beforeAll(async () => {
    server = await startDocuments({ password: PASSWORD });
    const ledger = {
      created: (entry: LedgerEntry) => Promise.resolve(void created.push(entry)),
      removed: (id: string) => Promise.resolve(void removed.push(id)),
    };
    results = await run(server, { ledger });
  }, 60_000);
  afterAll(() => server.close());

  test('every case passes, at the first try, without a warning, and so does the next run on the same server', async () => {
    expect(readFindings(results)).toEqual({});
    expect(results).toHaveLength(RESULTS);
    expect(readFindings(await run(server))).toEqual({});
  }, 60_000);

  test('C1.1: everything that was created is written down and removed, newest first in each suite', () => {
    expect(created).toHaveLength(12);
    expect(removed.toSorted()).toEqual(created.map(({ id }) => id).toSorted());
    expect(server.documents()).toBe(0);
    const ofSigning = created.filter((entry) => entry.suite === 'documents.signing').map(({ id }) => id);
    expect(removed.filter((id) => ofSigning.includes(id))).toEqual(ofSigning.toReversed());
  });

  test('row 6: the token that expired under way is fetched again and the call repeated, which is not flaky', () => {
    const again = results.find((result) => result.case === 'brief-again')!;

    expect(again.tries[0]?.retries).toMatchObject([{ status: 401, why: 'token-refreshed' }]);
  });

  test('row 11: each row of the file is read as it stands there', () => {
    const rows = results.filter((result) => result.case === 'import').map(({ row }) => row);

    expect(rows.map((row) => row?.number).toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(rows.find((row) => row?.number === 2)?.values).toEqual({
      title: 'Bürgschaft für Übergröße',
      pages: 3,
      confidential: true,
      text: 'Wir bürgen, "so oder so"',
    });
  });

  test('no result holds the password, the secret of the webhooks, a token or a cookie', () => {
    const text = JSON.stringify(results);

    expect(text).not.toContain(PASSWORD);
    expect(text).not.toContain(WEBHOOK_SECRET);
    expect(text).not.toMatch(/doc_[0-9a-f]{48}/u);
    expect(text).toContain('x-documents-signature');
  });
});

/** Runs that go on side by side: each mostly waits, for a token to expire and for silence. More than these would wait for each other. */
const AT_ONCE = 8;

describe('with a fault', () => {
  const faults = Object.keys(FAULTS) as FaultName[];
  const found = new Map<FaultName, Promise<CaseResult[]>>();
  // Each has a server of its own, so several can go on at once; jest's own `concurrent` takes five.
  beforeAll(() => {
    let last: readonly Promise<unknown>[] = [];
    for (const fault of faults) {
      const before = last.length < AT_ONCE ? Promise.resolve() : last[0];
      const running = Promise.resolve(before).then(() => resultsWith(fault));
      // Whoever asks for it is told of a failure; the next one goes on all the same.
      last = [...last, running.catch(() => undefined)].slice(-AT_ONCE);
      found.set(fault, running);
    }
  });

  test.each(faults)(
    '%s is found by the cases that look for it, and what depends on them is skipped with that reason',
    async (fault) => {
      const results = (await found.get(fault)) ?? [];

      expect(readFindings(results)).toEqual(FOUND[fault]);
      // A flow whose rows were never made has one line instead of one for each row.
      if (fault !== 'login-500') expect(results).toHaveLength(RESULTS);
    },
    60_000,
  );
});

describe('cancelled under way', () => {
  // At the first one the other is under way: its answer is waited for, or nobody would know what to remove.
  test.each([1, 2])(
    'C1.1: after creation %i: every case is told once, nothing failed, all is removed',
    async (last) => {
      await withFaults(['never-signed'], async (server) => {
        const stop = new AbortController();
        const created: LedgerEntry[] = [];
        const ledger = {
          created: (entry: LedgerEntry) => {
            created.push(entry);
            if (created.length === last) stop.abort(new Stopped('cancelled'));
            return Promise.resolve();
          },
          removed: () => Promise.resolve(),
        };

        const results = await run(server, { ledger, signal: stop.signal }, [signing]);

        expect(results.map((result) => result.case).toSorted()).toEqual(signing.cases.map(({ id }) => id).toSorted());
        const verdicts = new Set(results.map(({ verdict }) => verdict));
        expect(verdicts).toEqual(new Set(['passed', 'skipped']));
        expect(results.find((result) => result.case === 'signed')?.verdict).toBe('skipped');
        expect(created).toHaveLength(2);
        expect(server.documents()).toBe(0);
      });
    },
    60_000,
  );
});

describe('what is not there', () => {
  test('C1.2: without a webhook catcher the cases that require one are skipped, and the rest runs', async () => {
    await withFaults([], async (server) => {
      const results = await run(server, { webhooks: false }, [signing]);

      const requires = results.filter((result) => result.because?.kind === 'requires').map((result) => result.case);
      expect(requires.toSorted()).toEqual(['subscribe', 'subscribe-other']);
      const passed = results.filter((result) => result.verdict === 'passed').map((result) => result.case);
      expect(passed).toEqual(expect.arrayContaining(['create', 'share-first', 'reader-signs', 'subscribe-elsewhere']));
      expect(results.filter(({ verdict }) => verdict === 'failed' || verdict === 'errored')).toEqual([]);
    });
  }, 60_000);
});

describe('the programme', () => {
  test('row 1: its longest chain is seven cases deep and has all three kinds of dependencies', () => {
    const { needs, problems } = buildGraph(signing);
    const depth = (id: string): number => 1 + Math.max(0, ...(needs.get(id) ?? []).map((edge) => depth(edge.to)));

    expect(problems).toEqual([]);
    expect(depth('audit')).toBe(7);
    const kinds = ['create', 'share-first', 'sign-first', 'signed', 'announced', 'audit'].flatMap((id) =>
      needs.get(id)!.map(({ kind }) => kind),
    );
    expect(new Set(kinds)).toEqual(new Set(['token', 'data', 'order']));
  });

  test('every request of the suites is an operation of the OpenAPI document', () => {
    const document = parse(readFileSync(path.join(folder, 'openapi.yaml'), 'utf8')) as {
      paths: { [path: string]: { [method: string]: unknown } };
    };
    const templates = Object.entries(document.paths).flatMap(([where, operations]) =>
      Object.keys(operations).map(
        (method) => new RegExp(`^${method.toUpperCase()} ${where.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`, 'u'),
      ),
    );
    const asked = suites.flatMap((suite) =>
      suite.cases.flatMap(({ request }) => (request === undefined ? [] : [`${request.method} ${request.path}`])),
    );
    // Given by the API itself in Location, an id that is empty, and the method that is not there.
    const known = ['GET /documents/', 'GET {{home}}', 'GET {{documentPath}}', 'PATCH /documents/{{documentId}}'];

    const unknown = asked.filter((line) => !known.includes(line) && !templates.some((shape) => shape.test(line)));
    expect(unknown).toEqual([]);
  });
});

describe('the switch', () => {
  test('takes names between commas, and refuses one that it does not know', () => {
    expect(readFaults('login-500, page-gap,')).toEqual(['login-500', 'page-gap']);
    expect(() => readFaults('login-500,login-501')).toThrow(/got login-501$/u);
  });

  test('is read from ASSAY_DOCUMENTS_FAULTS by the program, which does not start with a name that it does not know', async () => {
    const program = (faults: string) =>
      [
        process.execPath,
        [path.join(folder, 'server.ts')],
        { env: { ...process.env, NODE_OPTIONS: '', ASSAY_DOCUMENTS_FAULTS: faults } },
      ] as const;
    const server = spawn(...program('health-html'));
    try {
      const [line] = (await once(server.stdout, 'data')) as [Buffer];
      const url = /^listening (http:\S+)$/mu.exec(line.toString())?.[1] ?? 'nowhere';
      const health = await fetch(`${url}/healthz`);
      expect(health.headers.get('content-type')).toBe('text/html');
    } finally {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    }
    const [command, args, options] = program('health-htm');
    const refused = spawnSync(command, args, { ...options, encoding: 'utf8' });
    expect(refused.status).toBe(64);
    expect(refused.stderr).toMatch(/^ASSAY_DOCUMENTS_FAULTS: expected one of .*, got health-htm$/mu);
  }, 30_000);

  test('plants faults at run time and takes them away again', async () => {
    await withFaults([], async ({ url }) => {
      const put = async (names: unknown): Promise<unknown> => {
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch(`${url}/__faults`, { method: 'PUT', headers, body: JSON.stringify({ names }) });
        return answer.ok ? answer.json() : answer.status;
      };
      const health = async (): Promise<string | null> => (await fetch(`${url}/healthz`)).headers.get('content-type');

      expect(await put(['health-html'])).toEqual({ active: ['health-html'] });
      expect(await health()).toBe('text/html');
      expect(await put([])).toEqual({ active: [] });
      expect(await health()).toBe('application/json');
      expect(await put(['no-such-fault'])).toBe(422);
    });
  });
});
