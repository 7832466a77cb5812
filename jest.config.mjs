/** One configuration for every package: source under test is compiled by swc, other packages are imported as built. */
export default {
  roots: ['packages', 'services', 'gateway', 'notary', 'witness', 'test'].map((folder) => `<rootDir>/${folder}`),
  testMatch: ['**/src/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  testEnvironment: 'node',
  globalSetup: '<rootDir>/scripts/jest/setup.mjs',
  globalTeardown: '<rootDir>/scripts/jest/teardown.mjs',
  testTimeout: 30_000,
  // Never in one process alone: modules of a test are not given back, and only a worker can begin anew.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1GB',
};
