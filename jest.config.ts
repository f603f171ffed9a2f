import type { Config } from 'jest';

const swc = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2024', experimental: { keepImportAttributes: true } },
      module: { type: 'es6' },
    },
  ],
} satisfies Config['transform'];

/** Tiers: `npm test` runs everything but e2e, `npm run test:e2e` runs test/e2e on the one-machine cloud. */
const config: Config = {
  extensionsToTreatAsEsm: ['.ts'],
  transform: swc,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns:
    process.env['ASSAY_TIER'] === 'e2e' ? ['/node_modules/'] : ['/node_modules/', '<rootDir>/test/e2e/'],
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/cdk.out/'],
  injectGlobals: false,
  setupFilesAfterEnv: ['<rootDir>/test/property-seed.ts'],
  // Many tests wait more than they work, so every core has one of them.
  maxWorkers: '100%',
  // Two busy cores: a test that starts a process takes seconds there. A hang still ends.
  testTimeout: 30_000,
  reporters: ['default', '<rootDir>/test/closing-line.js'],
};

export default config;
