/**
 * The report page in a real browser: axe finds nothing to object to (WCAG 2.2 AA) at desktop and phone width, in light and dark, and the
 * page asks for nothing. Needs Chromium (`CHROME`, or one in the PATH); says so where there is none.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { htmlReport } from '#core/report/html/html-report';
import { DataMissing } from '../figure.ts';
import type { Conformance } from './main.ts';
import { reportSample } from './report-sample.ts';

const run = promisify(execFile);
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

const findBrowser = async (env: NodeJS.ProcessEnv): Promise<string | undefined> => {
  for (const name of [env['CHROME'] ?? '', ...NAMES].filter((one) => one !== '')) {
    try {
      await run(name, ['--version']);
      return name;
    } catch {
      // The next name may be there.
    }
  }
  return undefined;
};

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/** axe runs inside the page, so the page's own policy against scripts is taken out for the test. */
const withAxe = (page: string, axe: string): string => {
  const script = `<script>${axe.replaceAll('</script', '<\\/script')}</script><script>
axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((result) => {
  const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
  document.documentElement.innerHTML = '<pre id="axe"></pre>';
  document.getElementById('axe').textContent = btoa(unescape(encodeURIComponent(JSON.stringify({ violations: result.violations, passes: result.passes.length, wide }))));
});
</script>`;
  return page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/u, '').replace('</body>', `${script}</body>`);
};

const VIEWS = [
  { name: 'desktop', flags: ['--window-size=1200,900'] },
  { name: 'phone', flags: ['--window-size=500,900'] },
  { name: 'dark', flags: ['--window-size=1200,900', '--force-dark-mode', '--blink-settings=preferredColorScheme=0'] },
] as const;

const judge = async (browser: string, file: string, flags: readonly string[]) => {
  const { stdout } = await run(
    browser,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--virtual-time-budget=20000',
      '--dump-dom',
      ...flags,
      `file://${file}`,
    ],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const found = /<pre id="axe">([^<]*)<\/pre>/u.exec(stdout)?.[1];
  if (found === undefined) throw new Error('axe gave no answer');
  return JSON.parse(Buffer.from(found, 'base64').toString('utf8')) as {
    readonly violations: readonly Violation[];
    readonly passes: number;
    readonly wide: boolean;
  };
};

export const conformance: Conformance = async function* () {
  const browser = await findBrowser(process.env);
  if (browser === undefined) throw new DataMissing('no Chromium here; CHROME names one');
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const folder = await mkdtemp(path.join(tmpdir(), 'assay-page-'));
  const file = path.join(folder, 'report.html');
  try {
    await writeFile(file, withAxe(htmlReport(reportSample()), axe));
    for (const { name, flags } of VIEWS) {
      const { violations, passes, wide } = await judge(browser, file, flags);
      yield {
        view: name,
        rulesThatHold: passes,
        violations: violations.map(({ id, impact, nodes }) => ({ id, impact, first: nodes[0]?.html.slice(0, 200) })),
        widerThanWindow: wide,
        ok: violations.length === 0 && !wide,
      };
    }
  } finally {
    await rm(folder, { recursive: true });
  }
};
