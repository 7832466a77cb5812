import { z } from 'zod';
import { InternalError } from '../errors.js';
import { DIGEST_TEXT, firstIssueOf } from '../subjects/text-shapes.js';
import { sealActs, sealSnapshot } from './seal-snapshot.js';
import type { Act, Fact, Snapshot } from './snapshot.js';
import { actShape, factShape, findContradiction } from './snapshot-shapes.js';

export { sealSnapshot } from './seal-snapshot.js';

const snapshotShape = z.strictObject({
  number: z.int().min(1),
  digest: DIGEST_TEXT,
  facts: z.array(factShape),
  acts: z.array(actShape),
});

/** Parses a snapshot and checks that its digest is that of its content. */
export function parseSnapshot(value: unknown): Snapshot {
  const unsealed = parseUnsealed(value);
  const sealed = sealSnapshot(unsealed);
  if (sealed.digest !== unsealed.digest) refuse('digest is not that of its content');
  return sealed;
}

/** Parses a snapshot for whoever seals it, and then compares the digest that it came with. */
export function parseUnsealed(value: unknown): Omit<Snapshot, 'digest'> & { readonly digest: string } {
  const parsed = snapshotShape.safeParse(value);
  if (!parsed.success) {
    const { path, message } = firstIssueOf(parsed.error);
    return refuse(`\`${path}\`: ${message}`);
  }
  const contradicted = findContradiction(parsed.data.facts);
  if (contradicted !== null) refuse(`two facts hold of mission \`${contradicted}\` on one day`);
  const repeated = findRepeated(parsed.data.acts);
  // An older version beside the one that revokes it would go on granting.
  if (repeated !== null) refuse(`act \`${repeated}\` stands in it twice`);
  return parsed.data;
}

const factsShape = z.array(factShape);

/** Parses facts as a snapshot holds them. */
export function parseFacts(values: unknown): readonly Fact[] {
  const facts = parseEachFact(values);
  const contradicted = findContradiction(facts);
  if (contradicted !== null) refuse(`two facts hold of mission \`${contradicted}\` on one day`);
  return facts;
}

/** Parses facts, each for itself. */
export function parseEachFact(values: unknown): readonly Fact[] {
  const parsed = factsShape.safeParse(values);
  if (parsed.success) return parsed.data;
  const { path, message } = firstIssueOf(parsed.error);
  return refuse(`\`facts.${path}\`: ${message}`);
}

const actsShape = z.array(z.unknown());

/** Parses acts as a snapshot holds them, sealed; what stands in `known` by the very text is not parsed again. */
export function parseActs(values: unknown, known: ReadonlyMap<string, Act>): readonly Act[] {
  const listed = actsShape.safeParse(values);
  if (!listed.success) return refuse('`acts`: no list');
  const acts = listed.data.map((value, index) => {
    const same = known.get(JSON.stringify(value));
    if (same !== undefined) return same;
    const parsed = actShape.safeParse(value);
    if (parsed.success) return parsed.data;
    const { path, message } = firstIssueOf(parsed.error);
    return refuse(`\`acts.${index}.${path}\`: ${message}`);
  });
  const repeated = findRepeated(acts);
  if (repeated !== null) refuse(`act \`${repeated}\` stands in it twice`);
  return sealActs(acts, known);
}

function findRepeated(acts: readonly Act[]): string | null {
  const seen = new Set<string>();
  for (const { id } of acts) {
    if (seen.has(id)) return id;
    seen.add(id);
  }
  return null;
}

function refuse(why: string): never {
  throw new InternalError('INTERNAL', `snapshot: ${why}`);
}
