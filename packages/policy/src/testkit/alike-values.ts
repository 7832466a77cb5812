import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act, Fact, SnapshotView } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Action, Category } from '@chancery/shared/vocabulary';
import type { CaseRequest } from './case-file.js';
import type { RandomSource } from './random.js';
import { anyRequest } from './varied-case.js';

/** For whom values are decided, under what, when. */
export interface Evaluation {
  readonly profile: Profile;
  readonly view: SnapshotView;
  readonly now: number;
}

/** A value to be decided on. */
export interface Value {
  readonly category: Category;
  readonly handling: Handling;
  readonly action: Action;
}

const HOUR = 3_600_000;
const CLONES = ['Q91', 'Q92', 'Q93', 'Q94', 'Q95'] as const;
const PLAIN = /^l=-;rel=\*;nat=\*;pur=\*(?=;own)/;

type LabelPair = readonly [string, string];
/** Two labels that meet in one evaluation: some are barred by one rule in different limbs. */
const LABELS: readonly [LabelPair, ...LabelPair[]] = [
  ['l=USA:2;rel=*;nat=*;pur=*', 'l=-;rel=*;nat=*;pur=*;tlp=AMBER'],
  ['l=-;c=SI;rel=*;nat=*;pur=*', 'l=-;c=HCS;rel=*;nat=*;pur=*'],
  ['l=NATO:2;rel=*;nat=*;pur=*', 'l=EU:2;rel=*;nat=*;pur=*'],
];

/** The first fact of a request on further missions, on most of them with one thing changed. */
function clonedFacts({ facts: [first] }: CaseRequest, random: RandomSource): readonly Fact[] {
  if (first === undefined) return [];
  return CLONES.flatMap((m): readonly Fact[] => {
    const otherEnd: Partial<Fact> = { until: random.pick([first.until, '2026-09-22', '2031-01-01']) };
    const change = random.pick<Partial<Fact>>([
      otherEnd,
      otherEnd,
      otherEnd,
      { regime: random.pick(['VCDR', 'VCCR']) },
      { legalStatus: random.pick(['ESTABLISHED', 'UNNOTIFIED']) },
      { sending: random.pick(['USA', 'DEU', 'ZAF']) },
      { receiving: random.pick(['DEU', 'USA', 'GBR']) },
    ]);
    return alsoElsewhere({ ...first, ...change, m }, random);
  });
}

/** A third of the posts are accredited to further States, in the same way or in another. */
function alsoElsewhere(fact: Fact, random: RandomSource): readonly Fact[] {
  if (!random.chance(0.3)) return [fact];
  const legalStatus = random.pick([fact.legalStatus, fact.legalStatus, 'CLOSED' as const]);
  const others = ['CHE', 'FRA', 'ZAF'].filter((state) => state !== fact.receiving && state !== fact.sending);
  return [fact, ...others.map((receiving) => ({ ...fact, receiving, legalStatus }))];
}

/** The acts of a request on further missions, alike but for their ids and ends. */
function clonedActs({ acts }: CaseRequest, random: RandomSource): readonly Act[] {
  const onMissions = acts.filter(({ scope }) => scope.missions.length > 0);
  return CLONES.slice(0, 2).flatMap((mission) =>
    onMissions.map((act): Act => {
      const revokedAt = random.chance(0.2) ? '2026-09-21T20:00:00Z' : act.revokedAt;
      return { ...act, id: `${act.id}_${mission}`, revokedAt, scope: { ...act.scope, missions: [mission] } };
    }),
  );
}

function anyView(request: CaseRequest, random: RandomSource): SnapshotView {
  const facts = [...request.facts, ...clonedFacts(request, random)];
  const acts = random.chance(0.3) ? [] : [...request.acts, ...clonedActs(request, random)];
  return viewOf(sealSnapshot({ number: 1, facts, acts }), random.chance(0.2));
}

/** The record of a request at each mission, at several, by another maker, and with another label. */
function valuesOf({ category, handling, facts }: CaseRequest, random: RandomSource): readonly Value[] {
  const missions = [...facts.map(({ m }) => m), ...CLONES, 'Q91+Q92', 'Q91+Q93', 'Q93+Q94', 'Q93+Q95'];
  const at = missions.map((each) => handling.replace(/;m=[^;]+/, `;m=${each}`));
  const labels = random.pick(LABELS);
  const maker = random.pick(['USA.diplomatic-security', 'DEU.police', 'FRA.foreign-ministry']);
  const texts = [...at, ...at.map((text, index) => text.replace(PLAIN, index % 2 === 0 ? labels[0] : labels[1]))];
  const action = random.chance(0.05) ? 'write' : 'read';
  return [...texts, ...texts.map((text) => text.replace(/;own=[^;]+/, `;own=${maker}`))].map((text) => {
    return { category, handling: parseHandling(text), action };
  });
}

/**
 * Values that are alike in part, from two cases, and evaluations of both cases' subjects under both cases' law, at
 * times that go forth and back: what a memory must tell apart.
 */
export function alikeValues(
  random: RandomSource,
  one: number,
  other: number,
): [readonly Evaluation[], readonly Value[]] {
  const requests = [anyRequest(random, one), anyRequest(random, other)] as const;
  const views = [anyView(requests[0], random), anyView(requests[1], random)] as const;
  const evaluations = [0, 1, 2, 3].map((): Evaluation => {
    const { subject, purpose, caseId, now } = random.pick(requests);
    const shift = random.pick([0, 0, 0, HOUR, -HOUR, 24 * HOUR, -300 * 24 * HOUR]);
    return { profile: { subject, purpose, caseId }, view: random.pick(views), now: Date.parse(now) + shift };
  });
  return [evaluations, requests.flatMap((request) => valuesOf(request, random))];
}

/** The same view, into which nobody has looked yet. */
export const unseen = ({ snapshot, stale }: SnapshotView): SnapshotView => viewOf(sealSnapshot(snapshot), stale);
