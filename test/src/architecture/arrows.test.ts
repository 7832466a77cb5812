import { posix } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { importsOf, type SourceFile, sourceFiles } from './source-files.js';

/** Who may import whom; design as data. A part not listed here may import nobody. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'packages/shared': [],
  'packages/policy': ['shared'],
  'packages/ledger': ['shared'],
  'services/missions': ['shared', 'policy'],
  'services/incidents': ['shared', 'policy'],
  'services/intel': ['shared', 'policy'],
  'services/compliance': ['shared', 'policy', 'ledger'],
  gateway: ['shared', 'policy', 'ledger'],
  witness: ['shared', 'ledger'],
  notary: ['shared', 'ledger', 'witness'],
  test: ['shared', 'policy', 'ledger', 'missions', 'incidents', 'intel', 'compliance', 'gateway', 'notary', 'witness'],
  bench: ['shared', 'policy', 'ledger', 'gateway', 'compliance', 'test'],
};

/** Inside packages/shared: labels and subjects know nothing of each other, what weighs one by the other knows both. */
const SHARED_ARROWS: Readonly<Record<string, readonly string[]>> = {
  labels: [],
  subjects: [],
  clearance: ['labels', 'subjects', 'snapshot'],
  snapshot: ['subjects'],
  schema: ['labels'],
  subgraph: ['postgres', 'labels', 'subjects', 'clearance', 'snapshot', 'schema', 'http', 'feed', 'law'],
  feed: ['subjects'],
  law: ['subjects', 'snapshot', 'feed', 'http'],
  http: [],
  postgres: [],
};

/** Inside the scaffold of a subgraph: from tables up to what serves; the rooms at the side know the tables alone. */
const SUBGRAPH_ARROWS: Readonly<Record<string, readonly string[]>> = {
  'waits.ts': [],
  tables: [],
  record: ['tables'],
  search: ['tables', 'record'],
  visibility: ['waits.ts', 'tables'],
  reading: ['waits.ts', 'visibility'],
  paging: ['tables', 'record', 'search', 'visibility', 'reading'],
  links: ['record', 'visibility', 'reading', 'paging'],
  aggregate: ['tables', 'record', 'search', 'visibility', 'reading', 'paging', 'links', 'events', 'writing'],
  import: ['tables', 'record', 'search', 'visibility'],
  outbox: ['tables', 'import'],
  setup: ['search', 'import', 'outbox'],
  events: ['waits.ts', 'tables', 'visibility', 'reading', 'paging'],
  writing: ['waits.ts', 'tables', 'search', 'visibility', 'reading', 'paging'],
  serving: ['waits.ts', 'tables', 'visibility', 'reading', 'paging', 'links', 'aggregate', 'events', 'writing'],
};

/**
 * Inside packages/policy: what is decided knows nothing of what remembers it, nothing that serves knows the compiler,
 * and the compiler knows neither the tests nor the explanation.
 */
const POLICY_ARROWS: Readonly<Record<string, readonly string[]>> = {
  'decision.ts': [],
  compiled: ['decision.ts'],
  'per-object.ts': [],
  facts: ['compiled', 'per-object.ts'],
  mandatory: ['decision.ts', 'facts'],
  decide: ['decision.ts', 'compiled', 'facts', 'mandatory'],
  memory: ['decision.ts', 'per-object.ts', 'compiled', 'facts', 'mandatory', 'decide'],
  paths: ['decision.ts', 'compiled', 'facts', 'mandatory', 'decide'],
  dated: ['decision.ts', 'compiled', 'decide', 'paths'],
  'engine.ts': ['decision.ts', 'compiled', 'generated', 'decide', 'memory'],
  replay: ['decision.ts', 'compiled', 'facts', 'engine.ts'],
  writes: ['decision.ts', 'compiled', 'facts', 'mandatory'],
  compile: ['compiled'],
  mutation: ['compiled', 'generated', 'compile', 'testkit'],
  register: ['compiled', 'generated', 'facts', 'compile'],
};

const partOf = (path: string): string => Object.keys(ARROWS).find((part) => path.startsWith(`${part}/`)) ?? path;

const packageImports = (file: SourceFile): string[] =>
  importsOf(file).flatMap((specifier) => /^@chancery\/([a-z]+)/.exec(specifier)?.[1] ?? []);

describe('the arrows between parts', () => {
  const files = sourceFiles(['packages', 'services', 'gateway', 'test', 'bench']);

  it('point only where the design says', () => {
    const forbidden = files.flatMap((file) => {
      const allowed = ARROWS[partOf(file.path)] ?? [];
      return packageImports(file)
        .filter((name) => !allowed.includes(name))
        .map((name) => `${file.path} imports ${name}`);
    });
    expect(forbidden).toEqual([]);
  });

  it('never leave a package by a relative path', () => {
    // Plain scripts in test folders stand for processes outside the packages.
    const escaping = files
      .filter(({ path }) => path.endsWith('.ts'))
      .flatMap((file) => {
        const depth = file.path.slice(partOf(file.path).length + 1).split('/').length - 1;
        return (
          importsOf(file)
            .filter((specifier) => specifier.startsWith('../'.repeat(depth)) && depth > 0)
            // What clients copy out of the documentation is held by tests, and by nothing else.
            .filter(
              (specifier) => !(file.isTest && posix.join(posix.dirname(file.path), specifier).startsWith('docs/')),
            )
            .map((specifier) => `${file.path} imports ${specifier}`)
        );
      });
    expect(escaping).toEqual([]);
  });

  it.each([
    { house: 'packages/shared/src', arrows: SHARED_ARROWS },
    { house: 'packages/shared/src/subgraph', arrows: SUBGRAPH_ARROWS },
    { house: 'packages/policy/src', arrows: POLICY_ARROWS },
  ])('inside $house point from what uses to what is used, never back', ({ house, arrows }) => {
    const isInside = (path: string): boolean => path.startsWith(`${house}/`);
    const roomOf = (path: string): string => path.split('/')[house.split('/').length]?.replace(/\.js$/, '.ts') ?? '';
    const forbidden = files
      .filter((file) => isInside(file.path) && !file.isTest)
      .flatMap((file) => {
        const room = roomOf(file.path);
        const allowed = arrows[room];
        if (allowed === undefined) return [];
        return importsOf(file)
          .filter((specifier) => specifier.startsWith('.'))
          .map((specifier) => posix.join(posix.dirname(file.path), specifier))
          .filter(isInside)
          .map(roomOf)
          .filter((target) => target !== room && !allowed.includes(target))
          .filter((target) => house !== 'packages/shared/src' || target in arrows)
          .map((target) => `${file.path} imports ${target}`);
      });
    expect(forbidden).toEqual([]);
  });

  it('inside the scaffold of a subgraph are drawn for every room of it', () => {
    const rooms = files
      .filter(({ path, isTest }) => path.startsWith('packages/shared/src/subgraph/') && !isTest)
      .map(({ path }) => path.split('/')[4] ?? '');

    expect([...new Set(rooms)].sort()).toEqual(Object.keys(SUBGRAPH_ARROWS).sort());
  });

  it('inside the gateway never lead from a stage to a verb, to the wiring or to what serves developers', () => {
    const above = /^gateway\/src\/(?:[a-z-]+\.js|(?:wiring|dev|testkit)\/)/;
    const stages = files.filter((file) => file.path.startsWith('gateway/src/stages/') && !file.isTest);
    const climbing = stages.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => posix.join(posix.dirname(file.path), specifier))
        .filter((target) => above.test(target))
        .map((target) => `${file.path} imports ${target}`),
    );

    expect(stages.length).toBeGreaterThan(50);
    expect(climbing).toEqual([]);
  });

  it('inside packages/policy leave memory to one room: what is decided, found or compiled keeps nothing', () => {
    const pure = /^packages\/policy\/src\/(compiled|facts|mandatory|decide|writes)\//;
    const keeping = files.filter(({ path, text, isTest }) => {
      return pure.test(path) && !isTest && /\bnew (Weak|Lru|Bounded)\w*[<(]|^(export )?let /m.test(text);
    });

    expect(files.some(({ path }) => pure.test(path))).toBe(true);
    expect(keeping.map(({ path }) => path)).toEqual([]);
  });
});
