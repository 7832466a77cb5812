import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PathPatterns } from './path-patterns.js';

type Path = readonly (string | number)[];
const formOf = (path: Path): string => JSON.stringify(path.map((key) => (typeof key === 'number' ? '*' : key)));
const anyPath = fc.array(fc.oneof(fc.constantFrom('a', 'b', '__proto__'), fc.nat(3)), { minLength: 1, maxLength: 4 });
/** A path that is added, or null for the last one to be taken back. */
const anySteps = fc.array(fc.option(anyPath, { freq: 3 }), { maxLength: 60 });

describe('patterns of paths', () => {
  it('are the forms of the paths that were added and not taken back, each once and in order', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const patterns = new PathPatterns();
        const kept: Path[] = [];
        for (const step of steps) {
          if (step !== null) {
            kept.push(step);
            // A pass hands its whole trail over, which is longer than the path at hand.
            patterns.add([...step, 'beyond', 7], step.length);
          } else if (kept.pop() !== undefined) patterns.undo();
        }
        const forms = [...new Set(kept.map(formOf))];
        expect(patterns.toPaths().map((pattern) => JSON.stringify(pattern))).toEqual(forms);
      }),
    );
  });
});
