/** What `@jest/globals` is to a test that node itself loads: the words of the file that is loaded now. */
export let afterAll;
export let afterEach;
export let beforeAll;
export let beforeEach;
export let describe;
export let expect;
export let it;

/** Gives the words of the next file of tests. */
export function useGlobals(globals) {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } = globals);
}
