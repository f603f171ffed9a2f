import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Metafile } from 'esbuild';
import { FUNCTION_NAMES } from './constructs/function-sizes.ts';

/** CommonJS packages inside an ESM bundle call `require` for Node's own modules; ESM has none until it is made. */
const REQUIRE_BANNER =
  "import{createRequire as assayRequire}from'node:module';const require=assayRequire(import.meta.url);";

export interface Bundle {
  readonly name: string;
  readonly entry: string;
  /** Absolute path of the `.mjs` file. */
  readonly file: string;
}

export interface BundleReport {
  readonly name: string;
  readonly bytes: number;
}

/** Everything that is deployed: one bundle for each function of the plane, and the runner. */
export const bundlesOf = (root: string, out: string): readonly Bundle[] => [
  ...FUNCTION_NAMES.map((name) => ({
    name,
    entry: join(root, 'functions', name, 'index.ts'),
    file: join(out, 'functions', name, 'index.mjs'),
  })),
  { name: 'runner', entry: join(root, 'runner', 'main.ts'), file: join(out, 'runner', 'runner.mjs') },
];

/** Path below the output folder, without its ending: what esbuild names an entry by. */
const outputName = (out: string, file: string): string => relative(out, file).replace(/\.mjs$/, '');

/** The part of the metafile that one bundle is made of. */
const metafileOf = (whole: Metafile, output: string): Metafile => {
  const made = whole.outputs[output];
  if (made === undefined)
    throw new Error(`esbuild made no ${output}; it made ${Object.keys(whole.outputs).join(', ')}`);
  const inputs = Object.fromEntries(Object.entries(whole.inputs).filter(([input]) => input in made.inputs));
  return { inputs, outputs: { [output]: made } };
};

/** The one place where the version of plane and command stands. */
const versionOf = (root: string): string => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version?: unknown };
  if (typeof version === 'string') return version;
  throw new Error(`package.json must have a version, got ${JSON.stringify(version) ?? 'none'}`);
};

/** One call for all: modules that functions share are parsed once. */
const bundleTogether = async (root: string, out: string, bundles: readonly Bundle[]): Promise<Metafile> => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(bundles.map(({ entry, file }) => [outputName(out, file), entry])),
    outdir: out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // Their ESM builds can be shaken; the CommonJS ones, which `platform` would prefer, are taken whole.
    mainFields: ['module', 'main'],
    // The SDK as well: no emulator has it, and on AWS a runtime update would change what was tested.
    external: [],
    define: { ASSAY_VERSION: JSON.stringify(versionOf(root)) },
    banner: { js: REQUIRE_BANNER },
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return metafile;
};

/** A function that is gone from the sources must not be deployed from an earlier build. */
const removeStale = (out: string): void => {
  const known: readonly string[] = FUNCTION_NAMES;
  for (const name of readdirSync(join(out, 'functions')).filter((folder) => !known.includes(folder))) {
    rmSync(join(out, 'functions', name), { recursive: true, force: true });
  }
};

/**
 * Writes every bundle, each with its metafile (`index.meta.json`) beside it, and the folder of the runner's image.
 *
 * @throws Error naming every function without an entry: a plane with a hole must not be deployed
 */
export const bundleAll = async (root: string, out: string): Promise<readonly BundleReport[]> => {
  const bundles = bundlesOf(root, out);
  const dockerfile = join(root, 'runner', 'Dockerfile');
  const missing = [...bundles.map((bundle) => bundle.entry), dockerfile].filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Error(`these files were expected and are missing:\n  ${missing.join('\n  ')}`);
  const whole = await bundleTogether(root, out, bundles);
  const reports = bundles.map(({ name, file }) => {
    const output = relative(root, file);
    const metafile = metafileOf(whole, output);
    writeFileSync(file.replace(/\.mjs$/, '.meta.json'), JSON.stringify(metafile));
    return { name, bytes: metafile.outputs[output]?.bytes ?? 0 };
  });
  mkdirSync(join(out, 'runner'), { recursive: true });
  copyFileSync(dockerfile, join(out, 'runner', 'Dockerfile'));
  removeStale(out);
  return reports;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const started = performance.now();
  const reports = await bundleAll(root, join(root, 'build'));
  const largest = [...reports].sort((a, b) => b.bytes - a.bytes)[0];
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `${reports.length} bundles in ${seconds} s; largest ${largest?.name ?? '-'} ${largest?.bytes ?? 0} bytes\n`,
  );
}
