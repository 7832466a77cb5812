import { readFileSync } from 'node:fs';
import type { Instant } from '@chancery/shared/clock';
import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { parseLawSeed, seedFacts } from '@chancery/shared/snapshot/seed-content';
import type { Act, Fact, SnapshotView } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { AgencyKind, Category, Purpose } from '@chancery/shared/vocabulary';

/** What every bench decides: the posts of the register under their facts, with acts on some of them. */
export interface Workload {
  readonly now: Instant;
  readonly view: SnapshotView;
  /** Each post's published record, then synthetic records, 10,000 in all. */
  readonly handlings: readonly Handling[];
  /** 1,000 records of about 200 posts, as one answer holds them. */
  readonly answer: readonly Handling[];
  /** As many records under ten handlings. */
  readonly answerOfFew: readonly Handling[];
  readonly profiles: readonly Profile[];
}

const NOW = Date.parse('2026-09-21T12:00:00Z');
const HANDLINGS = 10_000;
const ANSWERED = 1000;
const POSTS_ANSWERED = 200;
const FEW = 10;
/** Acts are rare: one post in five has one, which is many. */
const POSTS_PER_ACT = 5;
const OPEN = 'l=-;rel=*;nat=*;pur=*';

/** The kinds of data of the 20 fields of an answer. */
export const FIELDS: readonly Category[] = [
  'PUBLIC_FACT',
  'PUBLIC_FACT',
  'PUBLIC_FACT',
  'PUBLIC_FACT',
  'LEGAL_STATUS',
  'PREMISES_PERIMETER',
  'PREMISES_PERIMETER',
  'PREMISES_RESCUE',
  'PREMISES_RESCUE',
  'PREMISES_RESCUE',
  'PREMISES_INTERIOR',
  'ARCHIVE',
  'CORRESPONDENCE',
  'COMMS',
  'ROSTER',
  'SECURITY_POSTURE',
  'THREAT',
  'THREAT',
  'INCIDENT_FACT',
  'HOST_FACILITY',
];

function profileOf(agency: string, kind: AgencyKind, purpose: Purpose): Profile {
  const represents = agency.slice(0, agency.indexOf('.'));
  const id = `bench ${agency}`;
  const nationalities = [represents];
  const subject = { id, represents, agency, kind, nationalities, clearances: [], compartments: [], groups: [] };
  return { subject, purpose, caseId: null };
}

const PROFILES: readonly Profile[] = [
  profileOf('DEU.police', 'POLICE', 'THREAT_PREVENTION'),
  profileOf('DEU.fire-service', 'EMERGENCY_SERVICE', 'PROTECT_LIFE'),
  profileOf('USA.diplomatic-security', 'DIPLOMATIC_SECURITY', 'INCIDENT_RESPONSE'),
  profileOf('CHE.protecting-power', 'FOREIGN_MINISTRY', 'INTERESTS_PROTECTION'),
];

function actOn({ m, sending, receiving }: Fact, index: number): Act {
  const disaster = index % 2 === 0;
  return {
    id: `act_bench_${index}`,
    v: 1,
    kind: disaster ? 'DISASTER' : 'CONSENT',
    by: disaster
      ? { represents: receiving, office: 'EMERGENCY_SERVICE' }
      : { represents: sending, office: 'HEAD_OF_MISSION' },
    to: { represents: receiving, agencies: ['*'] },
    scope: { missions: [m], keys: [], persons: [], categories: ['PREMISES_RESCUE'] },
    from: '2026-09-21T11:00:00Z',
    until: '2026-09-21T18:00:00Z',
    written: true,
    ref: 'bench',
    revokedAt: null,
  };
}

const registerRecord = ({ m }: Fact): Handling => parseHandling(`${OPEN};tlp=CLEAR;own=CHANCERY.register;m=${m}`);
const premisesRecord = ({ m, sending }: Fact, index: number): Handling =>
  parseHandling(
    `${OPEN};own=${sending}.diplomatic-security;m=${m};t=${index % 3 === 0 ? 'synthetic' : 'exclusiveUse+synthetic'}`,
  );

/** Facts of posts with one State of accreditation: the peers are given one input for a value, and a post has one for each. */
function onceAccredited(facts: readonly Fact[]): Fact[] {
  const several = new Set<string>();
  const seen = new Set<string>();
  for (const { m } of facts) (seen.has(m) ? several : seen).add(m);
  return facts.filter(({ m }) => !several.has(m));
}

/** Reads the register and makes the workload; the same for the same file. */
export function loadWorkload(missionsPath: string): Workload {
  const law = parseLawSeed({ note: '', register: { from: '2022-11-16', exerciseProtectingPowers: {} }, acts: [] });
  const facts = seedFacts(readFileSync(missionsPath, 'utf8'), law);
  // Posts in or of the States of the profiles come first, or nearly every decision would be the same denial.
  const states = new Set(PROFILES.map(({ subject }) => subject.represents));
  const near = onceAccredited(facts).filter(({ sending, receiving }) => states.has(sending) || states.has(receiving));
  const posts = near.slice(0, POSTS_ANSWERED);
  const view = viewOf(
    sealSnapshot({ number: 1, facts, acts: posts.filter((_, index) => index % POSTS_PER_ACT === 0).map(actOn) }),
    false,
  );
  const published = [...new Map(facts.map((fact) => [fact.m, fact])).values()].map(registerRecord);
  const synthetic = near.slice(0, HANDLINGS - published.length).map(premisesRecord);
  const kinds = [registerRecord, premisesRecord];
  const answer = Array.from({ length: ANSWERED }, (_, index) => {
    const post = posts[index % posts.length];
    const kind = kinds[Math.floor(index / posts.length) % kinds.length];
    if (post === undefined || kind === undefined) throw new RangeError('the register is too small for the bench');
    return kind(post, index);
  });
  const few = [...new Set(answer)].filter((_, index, all) => index % Math.ceil(all.length / FEW) === 0);
  const answerOfFew = answer.map(
    (_, index) => few[index % few.length] ?? parseHandling(`${OPEN};own=CHANCERY.register`),
  );
  return { now: NOW, view, handlings: [...published, ...synthetic], answer, answerOfFew, profiles: PROFILES };
}
