import {
  makeContext,
  withExamples,
  withPlaneFlags,
  type CommandContext,
  type Outcome,
  type PlaneFlags,
} from '../command-context.ts';
import { CliFailure, messageOf } from '../cli-failure.ts';
import {
  checkIdentity,
  checkNode,
  checkReach,
  checkReadiness,
  checkToken,
  type Finding,
  type Mark,
} from '../doctor/doctor-checks.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { makeAgent } from '../plane/http-agent.ts';
import { makePlaneClient } from '../plane/plane-client.ts';
import { parsePlaneUrl } from '../plane/plane-url.ts';
import { chosenTenant } from '../plane/tenant-choice.ts';
import { findTokenSource, type TokenSource } from '../plane/token-source.ts';
import { plainText, type Paint } from '../render/paint.ts';
import type { Register } from '../run-cli.ts';

const failedFinding = (check: string, error: unknown): Finding => {
  const hint = error instanceof CliFailure ? error.extra.hint : undefined;
  return { check, mark: 'fail', text: messageOf(error), ...(hint === undefined ? {} : { hint }) };
};

/** Which tenant is asked for; nothing when neither flag nor variable names one. */
const checkTenant = (
  flag: string | undefined,
  env: { readonly [name: string]: string | undefined },
): { readonly finding: Finding; readonly tenant?: string } | undefined => {
  try {
    const tenant = chosenTenant(flag, env);
    if (tenant === undefined) return undefined;
    const text = `${tenant} (${flag === undefined ? 'ASSAY_TENANT' : '--tenant'})`;
    return { finding: { check: 'tenant', mark: 'ok', text }, tenant };
  } catch (error) {
    return { finding: failedFinding('tenant', error) };
  }
};

/** Runs the checks in the order in which one thing needs the one before it; stops where the rest could only repeat the failure. */
const findAll = async (context: CommandContext, flags: PlaneFlags, tell: (finding: Finding) => void): Promise<void> => {
  const { world } = context;
  tell(checkNode(world.nodeVersion));
  let base: URL | undefined;
  try {
    base = parsePlaneUrl(flags.url ?? world.env['ASSAY_URL'], flags.url === undefined ? 'ASSAY_URL' : '--url');
    tell({
      check: 'address',
      mark: 'ok',
      text: `${base.href.replace(/\/$/, '')} (${flags.url === undefined ? 'ASSAY_URL' : '--url'})`,
    });
  } catch (error) {
    tell(failedFinding('address', error));
  }
  const agent = makeAgent(world);
  try {
    const reached = base === undefined ? undefined : await checkReach(base, agent, world);
    for (const finding of reached?.findings ?? []) tell(finding);
    let tokens: TokenSource;
    try {
      tokens = findTokenSource(world, agent, flags.token);
    } catch (error) {
      tell(failedFinding('token', error));
      return;
    }
    const about = await checkToken(tokens, world);
    for (const finding of about) tell(finding);
    if (base === undefined || reached?.isReachable !== true || about[0]?.mark === 'fail') return;
    const chosen = checkTenant(flags.tenant, world.env);
    if (chosen !== undefined) tell(chosen.finding);
    if (chosen?.finding.mark === 'fail') return;
    const tenant = chosen?.tenant;
    const client = makePlaneClient({ base, tokens, agent, world, ...(tenant === undefined ? {} : { tenant }) });
    const identity = await checkIdentity(client);
    tell(identity);
    if (identity.mark === 'ok') for (const finding of await checkReadiness(client)) tell(finding);
  } finally {
    await agent.destroy();
  }
};

const markText = (mark: Mark, paint: Paint): string => {
  const text = mark.padEnd(4);
  if (mark === 'ok') return paint.green(text);
  return mark === 'warn' ? paint.yellow(text) : paint.red(text);
};

/** 0 when nothing failed, 77 when only token or rights did, 69 when the plane did, 64 when the set-up did. */
const exitOf = (findings: readonly Finding[]): ExitCode => {
  const failures = new Set(findings.filter((finding) => finding.mark === 'fail').map((finding) => finding.check));
  if (failures.size === 0) return EXIT.ok;
  if (['node', 'address', 'tenant'].some((check) => failures.has(check))) return EXIT.usage;
  if (['name', 'reach', 'tls', 'plane', 'ready'].some((check) => failures.has(check))) return EXIT.unavailable;
  return EXIT.noPermission;
};

const doctor = async (context: CommandContext, flags: PlaneFlags): Outcome => {
  const findings: Finding[] = [];
  await findAll(context, flags, (finding) => {
    findings.push(finding);
    if (context.json) return;
    context.out(`${markText(finding.mark, context.paint)}  ${finding.check.padEnd(8)}  ${plainText(finding.text)}\n`);
    if (finding.hint !== undefined) context.out(`                ${context.paint.cyan('hint:')} ${finding.hint}\n`);
  });
  const exit = exitOf(findings);
  if (context.json) context.outJson({ findings, exitCode: exit });
  return exit;
};

/** `assay doctor` */
export const addDoctor: Register = (program, world, finish) => {
  const command = program
    .command('doctor')
    .description(
      'Check everything between here and a run: Node, address, TLS, clock, token, rights, state of the plane.',
    );
  withExamples(withPlaneFlags(command), [['assay doctor', '']]).action((flags: PlaneFlags) =>
    finish(doctor(makeContext(world, flags), flags)),
  );
};
