import type { ScanSummary } from '#core/secret-scan';
import type { Verification } from '#core/verify-bundle';
import { plainLine, type Paint } from './paint.ts';
import { bytesText, counted } from './table.ts';

const FAILURES_MAX = 20;

const statusText = (status: Verification['status'], paint: Paint): string => {
  if (status === 'valid') return paint.bold(paint.green('✓ valid'));
  return status === 'invalid' ? paint.bold(paint.red('✗ invalid')) : paint.bold(paint.yellow('? incomplete'));
};

/** What the runners told of their last search for secrets; the verification read it, and did not repeat it: it knows no secret. */
const scanText = ({ attempts, proved, files, secrets, forms, hitsBeforeMasking, withheld }: ScanSummary): string => {
  if (proved === 0)
    return `secrets: ${counted(attempts, 'attempt')} of an earlier version, which do not tell of each file`;
  const before = hitsBeforeMasking === 0 ? 'none found' : `${counted(hitsBeforeMasking, 'place')} masked, none left`;
  const searched = `secrets: ${counted(files, 'file')} of ${counted(proved, 'attempt')} searched for up to ${counted(secrets, 'secret')} in ${String(forms.length)} forms (${forms.map(plainLine).join(', ')}): ${before}`;
  const others = [
    ...(proved === attempts ? [] : [`${counted(attempts - proved, 'attempt')} do not tell of each file`]),
    ...(withheld === 0 ? [] : [`${counted(withheld, 'file')} withheld`]),
  ];
  return [searched, ...others].join('; ');
};

/** The outcome of checking a bundle; of an invalid one the first failure stands first. */
export const verificationText = (found: Verification, paint: Paint): string => {
  const { manifest, failures } = found;
  const lines = [
    `${statusText(found.status, paint)}  ${counted(found.files, 'file')}, ${bytesText(found.bytes)}${manifest === null ? '' : `, run ${plainLine(manifest.runId)}`}`,
  ];
  if (manifest !== null) {
    const { service, version, environment } = manifest.sut;
    lines.push(
      `  gate ${plainLine(manifest.gate)}, ${plainLine(`${service}${version === null ? '' : ` ${version}`} in ${environment}`)}`,
    );
  }
  if (found.secretScan !== undefined) lines.push(`  ${scanText(found.secretScan)}`);
  for (const { code, path, message } of failures.slice(0, FAILURES_MAX)) {
    lines.push(`  ${paint.red(code)}  ${plainLine(path)}: ${plainLine(message)}`);
  }
  if (failures.length > FAILURES_MAX) lines.push(`  and ${counted(failures.length - FAILURES_MAX, 'more failure')}`);
  if (found.manifestSha256 !== null) lines.push(`  manifest sha256 ${found.manifestSha256}`);
  if (found.status === 'valid' && !found.anchored) {
    lines.push(
      paint.yellow(
        '  the manifest itself was not compared: give --manifest-sha256 from the run (assay status RUN) or another trusted place',
      ),
    );
  }
  return `${lines.join('\n')}\n`;
};
