import type { RunView } from '../plane/wire.ts';
import { plainText, type Paint } from './paint.ts';
import { bytesText, counted } from './table.ts';

/** Whether a run's evidence is sealed, where, and under which digest. */
export const sealText = (view: RunView, paint: Paint): string => {
  if (view.seal !== null) {
    const { bucket, prefix, objects, bytes, manifest } = view.seal;
    return [
      `  ${paint.dim('sealed    ')}s3://${bucket}/${prefix} (${counted(objects, 'object')}, ${bytesText(bytes)})`,
      `  ${paint.dim('manifest  ')}sha256 ${manifest.sha256}`,
      '',
    ].join('\n');
  }
  if (view.sealError !== null)
    return `  ${paint.red('not sealed')}  ${plainText(view.sealError.message)} ${paint.dim(`(${view.sealError.code})`)}\n`;
  return `  ${paint.dim('not sealed yet')}\n`;
};
