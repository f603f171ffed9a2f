/** Interpreters are shell scripts that answer as one of that version would. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { findPython } from '../../local/python.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'assay-python-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const interpreter = (version: string): string => {
  const file = path.join(folder, `python-${version.replaceAll(' ', '.')}`);
  writeFileSync(file, `#!/bin/sh\necho ${version}\n`);
  chmodSync(file, 0o755);
  return file;
};

test.each(['3 10 0', '3 14 1', '4 0 0'])('Python %s is new enough', async (version) => {
  const command = interpreter(version);

  expect(await findPython(command)).toEqual({ command, version: version.replaceAll(' ', '.') });
});

test.each(['2 7 18', '3 9 20'])('Python %s is refused, and it is said what is needed', async (version) => {
  await expect(findPython(interpreter(version))).rejects.toThrow(
    /needs Python 3\.10 or newer.*is Python [\d.]+\. Install it.*ASSAY_PYTHON/,
  );
});

test('a Python that is not there is refused by name', async () => {
  await expect(findPython('/no/such/python')).rejects.toThrow('none of /no/such/python runs');
});
