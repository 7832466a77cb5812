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
  const kinds = Object.entries(KINDS);
  const ids = await Promise.all(kinds.map(async ([kind, type]) => [kind, await plannedAs(type)] as const));
  const known = new Map(ids);
  return (kind, post, number) => known.get(kind)?.get(`${kind}-${post}-${number}`) ?? null;
}
