/**
 * Jest reporter: prints `N passed, N failed` alone on a line, and leaves the same counts in build/counts/ for .ci/run to add up.
 * A suite that could not start counts as one failure, so that a syntax error is never a pass.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export default class ClosingLine {
  constructor(globalConfig) {
    this.rootDir = globalConfig.rootDir;
  }

  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const counts = { passed: results.numPassedTests, failed, skipped: results.numPendingTests + results.numTodoTests };
    const folder = path.join(this.rootDir, 'build', 'counts');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${process.env.ASSAY_TIER ?? 'unit'}.json`), JSON.stringify(counts));
    const skipped = counts.skipped > 0 ? `, ${String(counts.skipped)} skipped` : '';
    process.stdout.write(`\n${String(counts.passed)} passed, ${String(counts.failed)} failed${skipped}\n`);
  }
}
