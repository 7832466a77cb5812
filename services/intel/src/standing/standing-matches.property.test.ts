import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Facet,
  type FiledRequirement,
  type Sight,
  StandingMatches,
  type WatchedRecord,
} from './standing-matches.js';
import { TERM_KINDS, type TermKind, type Terms } from './terms.js';

const REQUESTERS = ['GBR', 'DEU', 'AUT', 'UN'];
const SCALE_WITHIN_MS = 300_000;

/** A world of few rules: a handling is who sees the row, whom which kind of term is kept from, and from what day on. */
class TestSight implements Sight {
  today = 0;
  /** Requesters to whom an act has opened everything. */
  readonly opened = new Set<string>();

  exists(requester: string, handling: string): boolean {
    const { to, from } = JSON.parse(handling);
    return this.opened.has(requester) || (to.includes(requester) && this.today >= from);
  }

  reads(requester: string, coordinate: string, handling: string): boolean {
    const { closed } = JSON.parse(handling);
    return this.opened.has(requester) || !closed.includes(`${requester} ${coordinate}`);
  }
}

const handlingOf = (to: readonly string[], from: number, closed: readonly string[]): string =>
  JSON.stringify({ to, from, closed });

/** Says it again from the words of the guarantee, one requirement and one record at a time. */
function isMet({ requester, terms }: FiledRequirement, { handling, facets }: WatchedRecord, sight: Sight): boolean {
  if (!sight.exists(requester, handling)) return false;
  const isSeen = ({ coordinate, target }: Facet): boolean =>
    (target === null || sight.exists(requester, target)) && sight.reads(requester, coordinate, handling);
  const named = TERM_KINDS.filter((kind) => terms[kind].length > 0);
  return (
    named.length > 0 &&
    named.every((kind) =>
      facets.some((facet) => facet.kind === kind && isSeen(facet) && terms[kind].includes(facet.term)),
    )
  );
}

const textOf = (requirement: string, record: string): string => `${requirement} ${record}`;

const term = fc.constantFrom('a', 'b', 'c');
const terms: fc.Arbitrary<Terms> = fc.record({
  posts: fc.array(term, { maxLength: 2 }),
  actors: fc.array(term, { maxLength: 2 }),
  regions: fc.array(term, { maxLength: 1 }),
  types: fc.array(term, { maxLength: 1 }),
});
const requester = fc.constantFrom(...REQUESTERS);
const kind = fc.constantFrom<TermKind>(...TERM_KINDS);
const handling = fc
  .tuple(
    fc.array(requester, { maxLength: 3 }),
    fc.nat(3),
    fc.array(
      fc.tuple(requester, kind).map(([who, what]) => `${who} Report.${what}`),
      { maxLength: 4 },
    ),
  )
  .map((parts) => handlingOf(...parts));
const facet: fc.Arbitrary<Facet> = fc.record({
  kind,
  term,
  coordinate: fc.constant('Report.posts' as const),
  target: fc.option(handling),
});
const facets = fc
  .array(facet, { maxLength: 5 })
  .map((all) => all.map((each) => ({ ...each, coordinate: `Report.${each.kind}` as const })));
const record = fc.record({ id: fc.constantFrom('r1', 'r2', 'r3'), handling, facets });

type Step =
  | { readonly what: 'file'; readonly requirement: FiledRequirement }
  | { readonly what: 'withdraw'; readonly id: string }
  | { readonly what: 'change'; readonly record: WatchedRecord }
  | { readonly what: 'gone'; readonly id: string }
  | { readonly what: 'act'; readonly requester: string }
  | { readonly what: 'day' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    what: fc.constant('file' as const),
    requirement: fc.record({ id: fc.constantFrom('q1', 'q2', 'q3'), requester, terms }),
  }),
  fc.record({ what: fc.constant('withdraw' as const), id: fc.constantFrom('q1', 'q2', 'q3') }),
  fc.record({ what: fc.constant('change' as const), record }),
  fc.record({ what: fc.constant('gone' as const), id: fc.constantFrom('r1', 'r2') }),
  fc.record({ what: fc.constant('act' as const), requester }),
  fc.record({ what: fc.constant('day' as const) }),
);

describe('a standing requirement', () => {
  it('fires when a record that meets it comes into sight of its requester, by whatever, and for nothing else', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const sight = new TestSight();
        const matches = new StandingMatches(sight);
        const filed = new Map<string, FiledRequirement>();
        const records = new Map<string, WatchedRecord>();
        let before = new Set<string>();
        for (const each of steps) {
          const fired = take(each, { matches, sight, filed, records });
          // Of another requester it is another requirement, under the same name.
          if (fired.isAnother !== null)
            before = new Set([...before].filter((text) => !text.startsWith(`${fired.isAnother} `)));
          const now = new Set(
            [...filed.values()].flatMap((requirement) =>
              [...records.values()].flatMap((kept) =>
                isMet(requirement, kept, sight) ? [textOf(requirement.id, kept.id)] : [],
              ),
            ),
          );
          expect([...fired.texts].sort()).toEqual([...now].filter((text) => !before.has(text)).sort());
          before = now;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it(
    'is told the same as by looking at each with each: 5,000 requirements, 10,000 events',
    () => {
      const draw = drawing(17);
      const sight = new TestSight();
      const word = (letter: string, many: number): string => `${letter}${draw(many)}`;
      const some = (letter: string, many: number, most: number): string[] =>
        Array.from({ length: draw(most + 1) }, () => word(letter, many));
      const requirements = Array.from({ length: 5_000 }, (_, n): FiledRequirement => {
        const wide = n % 100 === 0 ? 280 : 4;
        const chosen = {
          posts: some('p', 9_000, wide),
          actors: some('a', 300, 3),
          regions: some('s', 190, 6),
          types: some('t', 12, 2),
        };
        return { id: `q${n}`, requester: REQUESTERS[n % REQUESTERS.length] ?? '', terms: chosen };
      });
      const facetOf = (of: TermKind, said: string): Facet => ({
        kind: of,
        term: said,
        coordinate: `Report.${of}`,
        target: null,
      });
      const events = Array.from({ length: 10_000 }, (_, n): WatchedRecord => {
        const to = REQUESTERS.filter(() => draw(3) > 0);
        const closed = draw(4) === 0 ? [`${REQUESTERS[draw(4)]} Report.${TERM_KINDS[draw(4)]}`] : [];
        const all = [
          facetOf('posts', word('p', 9_000)),
          ...some('a', 300, 2).map((said) => facetOf('actors', said)),
          facetOf('regions', word('s', 190)),
          facetOf('types', word('t', 12)),
        ];
        return { id: `r${n % 8_000}`, handling: handlingOf(to, 0, closed), facets: all };
      });

      const matches = new StandingMatches(sight);
      for (const requirement of requirements) matches.file(requirement);
      const fired = events.flatMap((event) =>
        matches.changed(event).map((match) => textOf(match.requirement, match.record)),
      );

      const wanted = requirements.map(({ terms: all, ...rest }) => ({
        ...rest,
        named: TERM_KINDS.filter((of) => all[of].length > 0).map((of) => [of, new Set(all[of])] as const),
      }));
      const expected: string[] = [];
      const met = new Map<string, boolean[]>();
      for (const event of events) {
        const before = met.get(event.id);
        const seenBy = new Map(REQUESTERS.map((who) => [who, seenOf(who, event, sight)]));
        const now = wanted.map(({ requester: who, named }) => meets(named, seenBy.get(who) ?? null));
        met.set(event.id, now);
        for (const [n, is] of now.entries()) if (is && before?.[n] !== true) expected.push(textOf(`q${n}`, event.id));
      }
      expect(fired.sort()).toEqual(expected.sort());
      expect(fired.length).toBeGreaterThan(10_000);
    },
    SCALE_WITHIN_MS,
  );
});

interface World {
  readonly matches: StandingMatches;
  readonly sight: TestSight;
  readonly filed: Map<string, FiledRequirement>;
  readonly records: Map<string, WatchedRecord>;
}

/** What a step fires, and the requirement that was another's until then. */
function take(each: Step, { matches, sight, filed, records }: World) {
  const firing = (found: readonly { requirement: string; record: string }[], isAnother: string | null = null) => ({
    texts: found.map((match) => textOf(match.requirement, match.record)),
    isAnother,
  });
  switch (each.what) {
    case 'file': {
      const { id, requester: by } = each.requirement;
      const another = filed.get(id)?.requester ?? by;
      filed.set(id, each.requirement);
      return firing(matches.file(each.requirement), another === by ? null : id);
    }
    case 'withdraw':
      filed.delete(each.id);
      matches.withdraw(each.id);
      return firing([]);
    case 'change':
      records.set(each.record.id, each.record);
      return firing(matches.changed(each.record));
    case 'gone':
      records.delete(each.id);
      matches.gone(each.id);
      return firing([]);
    case 'act':
      sight.opened.add(each.requester);
      return firing(matches.reconsider());
    case 'day':
      sight.today += 1;
      return firing(matches.reconsider());
  }
}

/** Fifty million times, so in the plainest words that there are. */
function meets(named: readonly (readonly [TermKind, ReadonlySet<string>])[], seen: Terms | null): boolean {
  if (seen === null) return false;
  for (const [of, wanted] of named) {
    let isSaid = false;
    for (const said of seen[of]) isSaid ||= wanted.has(said);
    if (!isSaid) return false;
  }
  return named.length > 0;
}

/** What a requester may read of a record, by kind; null where there is none for it. */
function seenOf(who: string, { handling: of, facets: all }: WatchedRecord, sight: Sight): Terms | null {
  if (!sight.exists(who, of)) return null;
  const seen = all.filter(({ coordinate }) => sight.reads(who, coordinate, of));
  const termsOf = (of: TermKind): string[] => seen.flatMap((each) => (each.kind === of ? [each.term] : []));
  return { posts: termsOf('posts'), actors: termsOf('actors'), regions: termsOf('regions'), types: termsOf('types') };
}

function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
