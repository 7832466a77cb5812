/** Loads a part of jest in the version that came with it: it is no dependency of ours, and two of one part would not know each other. */
import { createRequire } from 'node:module';

export const requireOfJest = ['jest', '@jest/core', 'jest-config'].reduce(
  (from, name) => createRequire(from.resolve(name)),
  createRequire(import.meta.url),
);
