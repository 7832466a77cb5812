import { z } from 'zod';
import { InternalError } from '../errors.js';
import type { Act, Fact, Snapshot } from './snapshot.js';
import { actShape, factShape, findContradiction } from './snapshot-shapes.js';

/** What of a snapshot is not as it was in an earlier one. */
export const differenceShape = z.strictObject({
  facts: z.strictObject({ gone: z.array(factShape), come: z.array(factShape) }),
  acts: z.strictObject({ gone: z.array(z.string()), come: z.array(actShape) }),
});
export type SnapshotDifference = z.infer<typeof differenceShape>;

/** What leads from one snapshot to another. */
export function differenceOf(before: Snapshot, after: Snapshot): SnapshotDifference {
  const stands = new Set(after.acts.map(({ id }) => id));
  return {
    facts: before.facts === after.facts ? { gone: [], come: [] } : differenceOfFacts(before.facts, after.facts),
    acts: {
      gone: before.acts.flatMap(({ id }) => (stands.has(id) ? [] : [id])),
      come: missingFrom(before.acts, after.acts),
    },
  };
}

const differenceOfFacts = (before: readonly Fact[], after: readonly Fact[]) => ({
  gone: missingFrom(after, before),
  come: missingFrom(before, after),
});

/** What of a list is not in another, by what it says. */
function missingFrom<T extends object>(known: readonly T[], list: readonly T[]): T[] {
  const objects = new Set(known);
  const others = list.filter((each) => !objects.has(each));
  if (others.length === 0) return [];
  const texts = new Set(known.map((each) => JSON.stringify(each)));
  return others.filter((each) => !texts.has(JSON.stringify(each)));
}

/** The content that a difference leads to. Throws where it cannot be one of this snapshot: whoever asked for it then asks for the whole. */
export function applyDifference(
  before: Snapshot,
  { facts, acts }: SnapshotDifference,
): Pick<Snapshot, 'facts' | 'acts'> {
  const replaced = new Set([...acts.gone, ...acts.come.map(({ id }) => id)]);
  return {
    facts: applyToFacts(before.facts, facts),
    acts: [...before.acts.filter(({ id }) => !replaced.has(id)), ...uniqueActs(acts.come)],
  };
}

function uniqueActs(acts: readonly Act[]): readonly Act[] {
  if (new Set(acts.map(({ id }) => id)).size === acts.length) return acts;
  return refuse('an act stands in it twice');
}

/** The very list where nothing of it changes. */
function applyToFacts(before: readonly Fact[], { gone, come }: SnapshotDifference['facts']): readonly Fact[] {
  if (gone.length + come.length === 0) return before;
  const left = new Set(gone.map((fact) => JSON.stringify(fact)));
  const facts = [...before.filter((fact) => !left.has(JSON.stringify(fact))), ...come];
  if (facts.length !== before.length - gone.length + come.length) refuse('a fact goes that did not stand');
  const contradicted = findContradiction(facts);
  if (contradicted !== null) refuse(`two facts hold of mission \`${contradicted}\` on one day`);
  return facts;
}

function refuse(why: string): never {
  throw new InternalError('INTERNAL', `difference of snapshots: ${why}`);
}
