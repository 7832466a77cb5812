/** Where the newer Node is that `npm test` fetched (`scripts/jest/newer-node.mjs`); throws where it could not. */
export function newerNode(): string {
  const node = process.env.CHANCERY_TEST_NEWER_NODE ?? '';
  if (node !== '') return node;
  throw new Error(
    'a newer Node could not be fetched for this run: npm has to reach its registry once (test/newer-node)',
  );
}
