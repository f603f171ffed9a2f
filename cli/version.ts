import { readFileSync } from 'node:fs';

/** Put in by cli/bundle.ts; absent when the sources are run. */
declare const ASSAY_CLI_VERSION: string | undefined;

/** The package's version: of the bundle, or of package.json beside the sources. */
export const readVersion = (): string => {
  if (typeof ASSAY_CLI_VERSION === 'string') return ASSAY_CLI_VERSION;
  const parsed: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : 'unknown';
};
