import type { Instant } from '@chancery/shared/clock';
import { parseLawSeed, seedActs, withoutExercise } from '@chancery/shared/snapshot/seed-content';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import { actHandling } from '../acts/act-handling.js';
import { LegalAct } from '../acts/legal-act.js';
import { seedActsOfLaw } from '../law/seed-law.js';
import { PartyStatus } from '../register/party-status.js';
import { loadRows } from './load-rows.js';
import { postsOf } from './posts-of.js';
import { partyRows } from './register-rows.js';
import { reservationRows } from './reservations.js';

/** What acts are read for. */
export interface ActsOptions {
  readonly exercise: boolean;
  readonly start: Instant;
}

/** Loads the acts of the seed that the snapshot is made from; tells how many there are. */
export async function loadActs(client: ImportClient, text: string, { exercise, start }: ActsOptions): Promise<number> {
  const whole = parseLawSeed(JSON.parse(text));
  const seed = exercise ? whole : withoutExercise(whole);
  const made = new Set(seed.acts.filter((act) => act.exercise).map(({ id }) => id));
  const posts = await postsOf(client);
  const acts = seedActs(seed, start);
  const rows = acts.map((act) => actRow(act, made.has(act.id), posts));
  await loadRows(client, 'register', LegalAct, rows);
  await seedActsOfLaw(client, acts);
  await loadRows(client, 'register', PartyStatus, [...partyRows(acts, seed), ...reservationRows()]);
  return rows.length;
}

/** Papers that the seed has none of: they are asked for when an act is made by command. */
const NO_PAPERS = {
  waivingWords: null,
  disclosedInformation: null,
  disclosedTo: null,
  transmission: null,
  reason: null,
  safeguarding: null,
  briefings: null,
};

/** An act as a record. */
export function actRow(act: Act, synthetic: boolean, posts: ReadonlyMap<string, string>): ImportedRow<LegalAct> {
  const missions = act.scope.missions.flatMap((key) => posts.get(key) ?? []);
  const [post, ...others] = missions;
  return {
    handling: actHandling(act, synthetic),
    synthetic,
    reference: act.id,
    version: act.v,
    kind: act.kind,
    status: act.revokedAt === null ? 'GRANTED' : 'REVOKED',
    issuer: act.by.represents,
    office: act.by.office,
    recipient: act.to.represents,
    recipientAgencies: [...act.to.agencies],
    missions,
    // What names several posts concerns them all, and none of them more.
    post: others.length === 0 ? (post ?? null) : null,
    scopeKeys: [...act.scope.keys],
    persons: [...act.scope.persons],
    personCategory: null,
    categories: [...act.scope.categories],
    isWritten: act.written,
    source: act.ref,
    fromAt: new Date(act.from),
    untilAt: act.until === null ? null : new Date(act.until),
    revokedAt: act.revokedAt === null ? null : new Date(act.revokedAt),
    ...NO_PAPERS,
    proposer: null,
  };
}
