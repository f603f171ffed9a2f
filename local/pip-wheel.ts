import { createHash } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where distributions that split ensurepip off keep the wheel. */
const WHEEL_FOLDERS = ['/usr/share/python-wheels', '/usr/share/python-wheels/pip'];
const WHEEL = 'pip-25.3-py3-none-any.whl';
const WHEEL_SHA256 = '9655943313a94722b7774661c21049070f6bbb0a1516bf02f7c8d5d9201514cd';
const DEFAULT_INDEX = 'https://pypi.org/simple';
const DOWNLOAD_TIMEOUT_MS = 60_000;

const onThisMachine = (): string | undefined =>
  WHEEL_FOLDERS.filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((file) => path.join(folder, file)))
    .find((file) => /\/pip-\d+(\.\d+)*-py3-none-any\.whl$/.test(file));

const get = async (url: string): Promise<Response> => {
  const answer = await fetch(url, {
    headers: { accept: 'text/html, */*' },
    signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS),
  });
  if (!answer.ok) throw new Error(`${url} answered ${String(answer.status)}`);
  return answer;
};

/** Finds the wheel in the index's page of pip, as PEP 503 lays it out. */
const linkOf = (page: string, base: string): string => {
  const link = [...page.matchAll(/href="([^"]+)"/g)]
    .map((match) => match[1] ?? '')
    .find((href) => href.includes(`/${WHEEL}`));
  if (link === undefined) throw new Error(`${base} lists no ${WHEEL}`);
  return new URL(link.replaceAll('&amp;', '&'), base).href;
};

/**
 * A pip wheel: the distribution's own, or one from the package index (PIP_INDEX_URL, otherwise the public one) whose SHA-256 is known here.
 *
 * @param folder   where a downloaded wheel is kept
 */
export const findPipWheel = async (folder: string): Promise<string> => {
  const local = onThisMachine();
  if (local !== undefined) return local;
  const page = `${(process.env['PIP_INDEX_URL'] ?? DEFAULT_INDEX).replace(/\/+$/, '')}/pip/`;
  try {
    const body = Buffer.from(await (await get(linkOf(await (await get(page)).text(), page))).arrayBuffer());
    const sha256 = createHash('sha256').update(body).digest('hex');
    if (sha256 !== WHEEL_SHA256) throw new Error(`${WHEEL} should have the SHA-256 ${WHEEL_SHA256}, got ${sha256}`);
    const file = path.join(folder, WHEEL);
    writeFileSync(file, body);
    return file;
  } catch (cause) {
    throw new Error(
      `this Python has no ensurepip and pip could not be fetched from ${page}: ${String(cause)}. On Debian and Ubuntu: apt install python3-venv`,
      { cause },
    );
  }
};
