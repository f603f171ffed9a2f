/** Version of the runner as evidence names it; a test holds it equal to package.json. */
export const RUNNER_VERSION = '0.1.0';
