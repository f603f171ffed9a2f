/** Key of a suite's body in the catalog bucket. */
export const suiteBodyKey = (tenant: string, digest: string): string => `v1/${tenant}/suites/${digest}.json`;
