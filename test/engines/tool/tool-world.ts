/** A scripted process of a tool, and what the probe tells of it. */
import type { ToolDefinition } from '#core/acts/tool';
import { createMasker } from '#core/masking';
import { epochMs } from '#core/units';
import type { ProbeContext, ProbeReport } from '#engines/probe/probe';
import { toolProbe } from '#engines/tool/tool';
import type { ToolOutcome, ToolRun } from '#ports/tool-process';

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const OUTCOME: ToolOutcome = {
  end: { kind: 'exit', code: 0 },
  stdout: bytes('done\n'),
  stderr: bytes(''),
  report: bytes('<testsuite name="s"><testcase name="a" time="0.5"/></testsuite>'),
  durationMs: 900,
  memoryPeakMb: 42,
};
export const DEFINITION: ToolDefinition = {
  command: ['pytest', '--base', '$TARGET_URL/v1'],
  report: { path: 'report.xml' },
};

export const unused = (): never => {
  throw new Error('a tool does not do this');
};
export const context = (secret?: string): ProbeContext => {
  const masker = createMasker(secret === undefined ? {} : { secrets: [{ name: 'apiToken', value: secret }] });
  return {
    send: unused,
    record: unused,
    mask: (text) => masker.maskText(text),
    maskJson: (value) => masker.maskJson(value),
    service: 'shop',
    runId: 'run-1',
    clock: { nowMs: () => epochMs(0), sleep: unused },
    seed: '5eed',
    signal: new AbortController().signal,
    targetUrl: () => new URL('http://api.example:8080/'),
    document: unused,
    runCase: unused,
    log: () => undefined,
  };
};

export interface Told {
  readonly reports: readonly ProbeReport[];
  readonly own: ProbeReport;
  readonly runs: readonly ToolRun[];
}

export const tell = async (
  outcome: Partial<ToolOutcome>,
  definition: Partial<ToolDefinition> = {},
  secret?: string,
): Promise<Told> => {
  const runs: ToolRun[] = [];
  const reports: ProbeReport[] = [];
  const processes = {
    run: (run: ToolRun) => {
      runs.push(run);
      const { report: _, ...withoutReport } = OUTCOME;
      return Promise.resolve({ ...(run.reportPath === undefined ? withoutReport : OUTCOME), ...outcome });
    },
  };
  const probe = toolProbe({ processes, registries: ['registry.example'] });
  await probe({ ...DEFINITION, ...definition }, context(secret), (report) => reports.push(report));
  const [own] = reports;
  if (own === undefined) throw new Error('expected a report, got none');
  return { reports, own, runs };
};
