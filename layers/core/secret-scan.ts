/** What a runner's last search for secrets found in the files of its attempt: part of the evidence. */

/** How secrets are spelled where they are looked for; base64 at each of its alignments, JSON escapes behind any number of backslashes. */
export const SECRET_FORMS = ['raw', 'url', 'json', 'base64', 'hex', 'base32', 'reversed', 'host'] as const;
export type SecretForm = (typeof SECRET_FORMS)[number];

export interface FileScan {
  readonly path: string;
  /** Secrets that the shard used: each was looked for in each form. */
  readonly secrets: number;
  readonly forms: readonly SecretForm[];
  /** Places that still held one when the file was done; each was masked then. */
  readonly hitsBeforeMasking: number;
  /** Places after that. */
  readonly hitsAfter: number;
  /** Something was left, so the file was not kept: the attempt does not list it. */
  readonly withheld?: true;
}

export interface SecretScan {
  readonly secrets: number;
  readonly hits: number;
  /** Absent from attempts of earlier versions. */
  readonly files?: readonly FileScan[];
}

/** Every attempt of a bundle together. */
export interface ScanSummary {
  readonly attempts: number;
  /** Attempts that tell of each file, and their files. */
  readonly proved: number;
  readonly files: number;
  /** Most that one attempt looked for. */
  readonly secrets: number;
  readonly forms: readonly SecretForm[];
  readonly hitsBeforeMasking: number;
  readonly withheld: number;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFileScan = (value: unknown): value is FileScan =>
  isObject(value) &&
  typeof value['path'] === 'string' &&
  isCount(value['secrets']) &&
  isCount(value['hitsBeforeMasking']) &&
  isCount(value['hitsAfter']) &&
  Array.isArray(value['forms']);

/** The files of an attempt as its list says; a file that is listed twice or by no name is none. */
const listedFiles = (list: { readonly [name: string]: unknown }): ReadonlySet<unknown> =>
  new Set(
    Array.isArray(list['files'])
      ? list['files'].map((file: unknown) => (isObject(file) ? file['path'] : undefined))
      : [],
  );

/** The scan of an attempt's list of files. @returns undefined where there is none in a form that is known */
export const readSecretScan = (list: unknown): SecretScan | undefined => {
  const scan = isObject(list) ? list['secretScan'] : undefined;
  if (!isObject(scan) || !isCount(scan['secrets']) || !isCount(scan['hits'])) return undefined;
  const { files } = scan;
  if (files !== undefined && !(Array.isArray(files) && files.every(isFileScan))) return undefined;
  return scan as unknown as SecretScan;
};

/** What the scan of an attempt says against its own list of files. */
export const scanContradictions = (list: unknown): readonly string[] => {
  const scan = readSecretScan(list);
  if (scan?.files === undefined || !isObject(list)) return [];
  const listed = listedFiles(list);
  const told = new Set(scan.files.map(({ path }) => path));
  const scanned = scan.files.flatMap(({ path, hitsAfter, withheld }) => {
    if (withheld === true && listed.has(path)) return [`expected no file ${path}, which was withheld`];
    if (withheld !== true && hitsAfter > 0)
      return [`expected no secret left in ${path}, its scan says ${String(hitsAfter)}`];
    return [];
  });
  const unscanned = [...listed].filter((path) => !told.has(String(path)));
  return [...scanned, ...unscanned.map((path) => `expected a scan of ${String(path)}, got none`)];
};

/** @param lists of files, of all attempts of a bundle; undefined where there is none */
export const scanSummary = (lists: readonly unknown[]): ScanSummary | undefined => {
  if (lists.length === 0) return undefined;
  const scans = lists.flatMap((list) => readSecretScan(list) ?? []);
  const files = scans.flatMap((scan) => scan.files ?? []);
  const kept = files.filter(({ withheld }) => withheld !== true);
  return {
    attempts: lists.length,
    proved: scans.filter((scan) => scan.files !== undefined).length,
    files: kept.length,
    secrets: scans.reduce((most, { secrets }) => Math.max(most, secrets), 0),
    // What was looked for in every file.
    forms: SECRET_FORMS.filter((form) => files.length > 0 && files.every(({ forms }) => forms.includes(form))),
    hitsBeforeMasking: files.reduce((sum, { hitsBeforeMasking }) => sum + hitsBeforeMasking, 0),
    withheld: files.length - kept.length,
  };
};
