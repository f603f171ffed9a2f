import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What a real tool wrote; captured/README.md says which and how. */
export const captured = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, 'captured', name), 'utf8');
