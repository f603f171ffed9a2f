/** Schemathesis, as somebody would run it who wants everything that it can find in a given time. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { ExploreRule } from '#core/acts/explore';
import type { Contract } from '#engines/contract/model';
import { faultKey } from './generated-fault.ts';
import { PLACE, run } from './peers/programs.ts';
import type { RunningService } from './generated-service.ts';

export const SCHEMATHESIS = '4.32.5';

/** Its checks by the rules here that say the same. */
const RULES: { readonly [check: string]: ExploreRule } = {
  not_a_server_error: 'server-error',
  status_code_conformance: 'status-undocumented',
  content_type_conformance: 'media-type',
  response_headers_conformance: 'response-headers',
  response_schema_conformance: 'response-schema',
  negative_data_rejection: 'invalid-accepted',
  positive_data_acceptance: 'valid-refused',
  missing_required_header: 'missing-header-accepted',
  unsupported_method: 'unsupported-method',
  allow_header_conformance: 'unsupported-method',
  use_after_free: 'use-after-delete',
  ensure_resource_availability: 'created-not-readable',
  ignored_auth: 'ignored-auth',
};

const installed = async (): Promise<string> => {
  const folder = path.join(PLACE, `schemathesis-${SCHEMATHESIS}`);
  const file = path.join(folder, 'bin', 'schemathesis');
  if (!existsSync(file)) {
    await run('python3', ['-m', 'venv', folder]);
    await run(path.join(folder, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', `schemathesis==${SCHEMATHESIS}`]);
  }
  return file;
};

interface Interaction {
  readonly request: { readonly method: string; readonly uri: string };
  readonly response?: { readonly status_code: number } | null;
}

interface Recorder {
  readonly checks?: { readonly [id: string]: readonly { readonly name: string; readonly status: string }[] };
  readonly interactions?: { readonly [id: string]: Interaction };
}

interface Event {
  readonly ScenarioFinished?: { readonly recorder?: Recorder };
}

const faultsIn = ({ checks = {}, interactions = {} }: Recorder, contract: Contract): string[] =>
  Object.entries(checks).flatMap(([id, list]) => {
    const interaction = interactions[id];
    const status = interaction?.response?.status_code;
    if (interaction === undefined || status === undefined) return [];
    const { method, uri } = interaction.request;
    return list.flatMap(({ name, status: outcome }) => {
      const rule = RULES[name];
      if (outcome !== 'failure' || rule === undefined) return [];
      return faultKey(contract, { rule, status, method, path: new URL(uri).pathname }) ?? [];
    });
  });

export interface PeerFound {
  readonly faults: ReadonlySet<string>;
  readonly requests: number;
}

/** Runs it for so many seconds with everything switched on. */
export const schemathesis = async (
  service: RunningService,
  contract: Contract,
  seed: number,
  seconds: number,
): Promise<PeerFound> => {
  const program = await installed();
  const [document, report] = [path.join(PLACE, 'schemathesis-document.json'), path.join(PLACE, 'schemathesis.ndjson')];
  writeFileSync(document, JSON.stringify(service.document));
  rmSync(report, { force: true });
  const what = [
    '--checks',
    'all',
    '--continue-on-failure',
    '--suppress-health-check',
    'all',
    '--max-time',
    String(seconds),
    '--seed',
    String(seed),
  ];
  const child = spawn(
    program,
    ['run', document, '--url', service.origin, ...what, '--report', 'ndjson', '--report-ndjson-path', report],
    { cwd: PLACE, stdio: 'ignore' },
  );
  await once(child, 'exit');
  const faults = new Set<string>();
  let requests = 0;
  for await (const line of createInterface({ input: createReadStream(report) })) {
    const recorder = (JSON.parse(line) as Event).ScenarioFinished?.recorder;
    if (recorder === undefined) continue;
    requests += Object.keys(recorder.interactions ?? {}).length;
    for (const fault of faultsIn(recorder, contract)) faults.add(fault);
  }
  return { faults, requests };
};
