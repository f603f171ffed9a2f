import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';
import { isSha256Hex } from '#core/digest';
import { verifyBundle, type Verification } from '#core/verify-bundle';
import {
  makeContext,
  withCommonFlags,
  withExamples,
  withPlane,
  withPlaneFlags,
  type CommandContext,
  type CommonFlags,
  type Outcome,
  type PlaneFlags,
} from '../command-context.ts';
import { CliFailure, fileFailure } from '../cli-failure.ts';
import { folderBundle } from '../evidence/folder-bundle.ts';
import { pullEvidence } from '../evidence/pull-evidence.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { plainLine } from '../render/paint.ts';
import { bytesText, counted } from '../render/table.ts';
import { verificationText } from '../render/verification-text.ts';
import type { Register } from '../run-cli.ts';
import { runIdArgument } from './option-values.ts';

const VERIFY_EXITS: { readonly [status in Verification['status']]: ExitCode } = {
  valid: EXIT.ok,
  invalid: EXIT.gateShut,
  incomplete: EXIT.inconclusive,
};

const verificationJson = ({ manifest, ...rest }: Verification): object => ({
  ...rest,
  runId: manifest?.runId ?? null,
  exitCode: VERIFY_EXITS[rest.status],
});

/** The plane gives everybody the manifest, and links to the files of the bundle only to whom its payloads may be shown. */
const manifestOnly = (shown: string): CliFailure =>
  new CliFailure(
    EXIT.noPermission,
    'no permission',
    `only the manifest could be fetched, into ${shown}: the files of the bundle need payload:read`,
    { hint: 'ask an admin for a trust rule with payloadRead, then run the same command again' },
  );

const pull = (context: CommandContext, runId: string, flags: PlaneFlags & { readonly out?: string }): Outcome =>
  withPlane(context, flags, async (client, agent) => {
    const { world, notePaint } = context;
    const shown = flags.out ?? `evidence-${runId}`;
    const out = path.resolve(world.cwd, shown);
    const isLive = world.stderr.isTTY && !context.json;
    const pulled = await pullEvidence({
      client,
      agent,
      world,
      runId,
      out,
      onFile: (done, of, wanted) => {
        if (isLive)
          context.note(
            `\r\u001B[2K${notePaint.dim(`${String(done)}/${String(of)} ${plainLine(wanted.path)}`)}${done === of ? '\r\u001B[2K' : ''}`,
          );
      },
    });
    const found = await verifyBundle(folderBundle(await realpath(out)), { manifestSha256: pulled.manifestSha256 });
    if (pulled.files === 1 && found.status === 'incomplete') throw manifestOnly(shown);
    if (context.json) context.outJson({ out: shown, ...pulled, verification: verificationJson(found) });
    else {
      const kept = pulled.kept === 0 ? '' : `, ${String(pulled.kept)} of them here before`;
      context.out(
        `${counted(pulled.files, 'object')} (${bytesText(pulled.bytes)}) in ${shown}${kept}\n${verificationText(found, context.paint)}`,
      );
    }
    return VERIFY_EXITS[found.status];
  });

const usage = (detail: string): CliFailure =>
  new CliFailure(EXIT.verifyUsage, 'usage', detail, { hint: 'assay evidence verify --help' });

interface VerifyFlags extends CommonFlags {
  readonly manifestSha256?: string;
}

const verify = async (context: CommandContext, folder: string, flags: VerifyFlags): Outcome => {
  const place = path.resolve(context.world.cwd, folder);
  try {
    const stats = await lstat(place);
    // A link is refused by the verification itself.
    if (!stats.isDirectory() && !stats.isSymbolicLink()) throw usage(`expected a folder, got the file ${folder}`);
  } catch (error) {
    if (error instanceof CliFailure) throw error;
    const { title, message } = fileFailure('read', folder, error);
    throw usage(`${title}: ${message}`);
  }
  const sha256 = flags.manifestSha256?.toLowerCase();
  if (sha256 !== undefined && !isSha256Hex(sha256))
    throw usage(`--manifest-sha256 must be 64 hexadecimal digits, got ${sha256}`);
  const found = await verifyBundle(folderBundle(place), sha256 === undefined ? {} : { manifestSha256: sha256 });
  if (context.json) context.outJson(verificationJson(found));
  else context.out(verificationText(found, context.paint));
  return VERIFY_EXITS[found.status];
};

/** `assay evidence pull|verify` */
export const addEvidence: Register = (program, world, finish) => {
  const evidence = program
    .command('evidence')
    .description('Fetch the sealed evidence of a run, and verify it offline.');
  const pulling = evidence
    .command('pull')
    .description(
      'Fetch every object of a run by its version, checking digests as they come. Repeat it to go on after an interruption.',
    )
    .argument('<run>', 'run id', runIdArgument)
    .option('-o, --out <folder>', 'where to (default: evidence-RUN)');
  withExamples(withPlaneFlags(pulling), [['assay evidence pull r0123… --out audit/r0123', '']]).action(
    (runId: string, flags: PlaneFlags & { readonly out?: string }) =>
      finish(pull(makeContext(world, flags), runId, flags)),
  );
  const verifying = evidence
    .command('verify')
    .description(
      'Check every byte of a bundle against its manifest. No network, no token, no plane.\nExit codes: 0 valid, 1 invalid, 2 incomplete, 3 wrong use.',
    )
    .argument('<folder>', 'folder that holds manifest.json')
    .option('--manifest-sha256 <hex>', 'digest the manifest must have, from a place that its holder cannot change');
  withExamples(withCommonFlags(verifying), [
    ['assay evidence verify audit/r0123', 'the files are those of the manifest'],
    ['assay evidence verify audit/r0123 --manifest-sha256 9f86d081…', 'and the manifest is the one of the run'],
  ]).action((folder: string, flags: VerifyFlags) => finish(verify(makeContext(world, flags), folder, flags)));
};
