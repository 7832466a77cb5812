/** Starts the longest files first: one that began last would run alone while the other cores wait. */
import { HEAVIEST } from './heaviest.mjs';
import { requireOfJest } from './of-jest.mjs';

const { default: Sequencer } = requireOfJest('@jest/test-sequencer');

export default class HeaviestFirst extends Sequencer {
  /** Those of the list in its order, then the others as jest would: on a clean clone by their size. */
  sort(tests) {
    const place = ({ path, context }) => HEAVIEST.indexOf(path.slice(context.config.rootDir.length + 1));
    const listed = tests.filter((test) => place(test) >= 0).sort((a, b) => place(a) - place(b));
    return [...listed, ...super.sort(tests.filter((test) => place(test) < 0))];
  }
}
