import type { Verification } from '#core/verify-bundle';
import { plainLine, type Paint } from './paint.ts';
import { bytesText, counted } from './table.ts';

const FAILURES_MAX = 20;

const statusText = (status: Verification['status'], paint: Paint): string => {
  if (status === 'valid') return paint.bold(paint.green('✓ valid'));
  return status === 'invalid' ? paint.bold(paint.red('✗ invalid')) : paint.bold(paint.yellow('? incomplete'));
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
