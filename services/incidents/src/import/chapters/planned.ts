import type { Importing } from '@chancery/shared/subgraph/setup/set-up';

/** What posts have planned, by the head of its readable key. */
const KINDS = {
  EAP: 'EmergencyActionPlan',
  ACD: 'ActionCard',
  CCH: 'CommsChannel',
  EVP: 'EvacuationPlan',
} as const;
export type PlannedKind = keyof typeof KINDS;

/** The id of what a post has planned, by the register key of the post and its number there; null where it has none. */
export type Planned = (kind: PlannedKind, post: string, number: number) => string | null;

/** Looks up what the missions service tells of the plans of its exercise. */
export async function plannedBy(plannedAs: Importing['plannedAs']): Promise<Planned> {
  const known = new Map<string, Awaited<ReturnType<typeof plannedAs>>>();
  // One after the other: they are asked of one session of a database.
  for (const [kind, type] of Object.entries(KINDS)) known.set(kind, await plannedAs(type));
  return (kind, post, number) => known.get(kind)?.get(`${kind}-${post}-${number}`) ?? null;
}
