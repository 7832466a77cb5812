/**
 * One configuration for every package. Source and tests are run as they were built, loaded by node (ADR 0087): a worker loads
 * what many files import once, and warm code is not thrown away with each file.
 */
export default {
  roots: ['packages', 'services', 'gateway', 'notary', 'witness', 'test'].map((folder) => `<rootDir>/${folder}`),
  testMatch: ['**/src/**/*.test.ts'],
  transform: {},
  testEnvironment: 'node',
  testRunner: '<rootDir>/scripts/jest/run-built.mjs',
  testSequencer: '<rootDir>/scripts/jest/heaviest-first.mjs',
  globalSetup: '<rootDir>/scripts/jest/setup.mjs',
  globalTeardown: '<rootDir>/scripts/jest/teardown.mjs',
  // A machine that does much else is ten times slower than a quiet one, and that alone fails no test.
  testTimeout: 120_000,
  // Never in one process alone: what a file leaves open ends with its worker.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1GB',
};
