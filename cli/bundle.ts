import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { precompiled } from './precompiled.ts';
import { readVersion } from './version.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
export const CLI_BUNDLE = path.join(ROOT, 'build', 'cli', 'assay.mjs');

/** CommonJS parts of the libraries ask for `require`, which an ES module has to make itself. */
const REQUIRE =
  "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);";

/**
 * What the command needs of undici, without its index: that one loads caches, decompressors and web sockets, is 300 KB more, and
 * does not load on Node 20, which many CI images still bring. test/cli/pack.test.ts runs what comes out.
 */
const UNDICI_PARTS = `
import Client from 'undici/lib/dispatcher/client.js';
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';
import apiRequest from 'undici/lib/api/api-request.js';
import EnvHttpProxyAgent from 'undici/lib/dispatcher/env-http-proxy-agent.js';
Dispatcher.prototype.request = apiRequest;
export { Client, EnvHttpProxyAgent };
export const request = (url, { dispatcher, ...options }) => {
  const { origin, pathname, search } = new URL(url);
  return dispatcher.request({ method: 'GET', ...options, origin, path: pathname + search });
};
`;

const undiciParts: Plugin = {
  name: 'undici-parts',
  setup: (building) => {
    building.onResolve({ filter: /^undici$/ }, () => ({ path: 'undici', namespace: 'parts' }));
    building.onLoad({ filter: /.*/, namespace: 'parts' }, () => ({ contents: UNDICI_PARTS, resolveDir: ROOT }));
  },
};

/**
 * Node's own modules are loaded when the command that needs them is: as imports they would all be, and the import of node:http alone makes
 * Node load its whole fetch.
 */
const lazyBuiltins: Plugin = {
  name: 'lazy-builtins',
  setup: (building) => {
    building.onResolve({ filter: /^node:/ }, ({ path: name, kind }) =>
      kind === 'import-statement' ? { path: name, namespace: 'builtin' } : { path: name, external: true },
    );
    building.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path: name }) => ({
      contents: `module.exports = require(${JSON.stringify(name)});`,
      loader: 'js',
    }));
  },
};

/** Keeps what V8 made of the command for the next start, which is then a third shorter. Node 20 has no such cache. */
const START = (main: string): string => `#!/usr/bin/env node
import * as nodeModule from 'node:module';
nodeModule.enableCompileCache?.();
await import('./${main}');
`;

/**
 * Packs the command into a file that runs wherever Node does (Node does not strip types below node_modules), and one that starts it.
 *
 * @param outfile the one that starts; the other stands beside it, `-main` added to its name
 */
export const bundleCli = async (outfile = CLI_BUNDLE): Promise<void> => {
  const main = outfile.replace(/\.mjs$/u, '-main.mjs');
  await mkdir(path.dirname(outfile), { recursive: true });
  await writeFile(outfile, START(path.basename(main)));
  await build({
    entryPoints: [path.join(ROOT, 'cli', 'main.ts')],
    outfile: main,
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    define: { ASSAY_CLI_VERSION: JSON.stringify(readVersion()) },
    banner: { js: REQUIRE },
    plugins: [lazyBuiltins, undiciParts, precompiled],
    logLevel: 'error',
  });
};

if (import.meta.main) await bundleCli();
