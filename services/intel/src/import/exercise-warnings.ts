import { createHash } from 'node:crypto';
import type { WarningCertainty, WarningSeverity, WarningUrgency } from '../vocabulary.js';
import { type WarningRelease, warningHandling } from './warning-handling.js';

/** A post that exercises may be hung on. */
export interface ExercisePost {
  /** Register key. */
  readonly key: string;
  readonly sendingState: string;
  readonly receivingState: string;
  readonly city: string;
}

/** A synthetic warning, before it has an id. */
export interface ExerciseWarning {
  readonly reference: string;
  readonly handling: string;
  readonly urgency: WarningUrgency;
  readonly severity: WarningSeverity;
  readonly certainty: WarningCertainty;
  readonly area: string;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly tearline: string;
  readonly body: string;
  /** Absent in a third: its absence must not tell that it is hidden. */
  readonly sourceRef: string | null;
  /** Register keys. */
  readonly missions: readonly string[];
}

interface Plan {
  readonly release: WarningRelease;
  readonly missions: readonly string[];
  /** Stands in the place of the tearline. */
  readonly lure?: string;
}

/** A text that is a public handling: whoever took a value for a handling would open the record by it. */
const LURE = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.register';

/** The demo pair: every way in which a warning can be released, at the embassy, the consulate general or both. */
const DEMO_PLANS: readonly Plan[] = [
  { release: 'PARTNER_TEARLINE', missions: ['Q875787'] },
  { release: 'COMPARTMENT_TEARLINE', missions: ['Q875787'] },
  { release: 'NATIONALS_ONLY', missions: ['Q875787'] },
  { release: 'PARTNER_TEARLINE', missions: ['Q470042'] },
  { release: 'OPEN', missions: ['Q470042', 'Q875787'] },
  { release: 'PARTNERS_ONLY', missions: ['Q470042', 'Q875787'] },
  { release: 'PARTNER_TEARLINE', missions: ['Q875787'], lure: LURE },
];

const OTHER_RELEASES: readonly WarningRelease[] = ['PARTNER_TEARLINE', 'NATIONALS_ONLY', 'OPEN', 'PARTNERS_ONLY'];

const THREATS = [
  'reconnaissance of the vehicle entrance',
  'a planned march that turns towards the compound',
  'an unattended vehicle near the perimeter',
  'a drone over the chancery roof',
  'calls to occupy the visa section',
  'a forged delivery to the mail room',
] as const;
const URGENCIES = ['IMMEDIATE', 'EXPECTED', 'FUTURE'] as const;
const SEVERITIES = ['EXTREME', 'SEVERE', 'MODERATE', 'MINOR'] as const;
const CERTAINTIES = ['OBSERVED', 'LIKELY', 'POSSIBLE', 'UNLIKELY'] as const;

const FIRST_SENT = Date.UTC(2026, 8, 1, 6);
const HOUR_MS = 3_600_000;

/** Makes `count` warnings over the posts: the same for the same posts, seed and count. */
export function exerciseWarnings(posts: readonly ExercisePost[], seed: string, count: number): ExerciseWarning[] {
  const byKey = new Map(posts.map((post) => [post.key, post]));
  const demo = DEMO_PLANS.filter((plan) => plan.missions.every((key) => byKey.has(key)));
  const demoPosts = new Set(DEMO_PLANS.flatMap((plan) => plan.missions));
  const others = posts.filter((post) => !demoPosts.has(post.key));
  return Array.from({ length: count }, (_, index) => {
    const reference = `EX-W-${String(index + 1).padStart(4, '0')}`;
    const pick = <T>(values: readonly T[], what: string): T => pickOne(values, `${seed} ${reference} ${what}`);
    const plan = demo[index] ?? {
      release: OTHER_RELEASES[index % OTHER_RELEASES.length] ?? 'NATIONALS_ONLY',
      missions: [pick(others, 'post').key],
    };
    return makeWarning(reference, index, plan, byKey, pick);
  });
}

type Pick = <T>(values: readonly T[], what: string) => T;

function makeWarning(
  reference: string,
  index: number,
  { release, missions, lure }: Plan,
  posts: ReadonlyMap<string, ExercisePost>,
  pick: Pick,
): ExerciseWarning {
  const post = posts.get(missions[0] ?? '');
  if (post === undefined) throw new RangeError(`no post for \`${reference}\``);
  const { sendingState, receivingState, city } = post;
  const owner = `${sendingState}.intelligence`;
  const threat = pick(THREATS, 'threat');
  const sentAt = FIRST_SENT + index * 7 * HOUR_MS;
  return {
    reference,
    handling: warningHandling({ release, sendingState, receivingState, owner, missions }),
    urgency: pick(URGENCIES, 'urgency'),
    severity: pick(SEVERITIES, 'severity'),
    certainty: pick(CERTAINTIES, 'certainty'),
    area: `${city}, surroundings of the post`,
    sentAt: new Date(sentAt),
    expiresAt: new Date(sentAt + pick([12, 24, 72, 168], 'hours') * HOUR_MS),
    // The reference inside each text makes it a canary: found where it must not be, it says which text leaked.
    tearline: lure ?? `EXERCISE. Expect ${threat}. EX-TEARLINE-${reference}`,
    body: `EXERCISE. Reporting on ${threat}, with times, routes and persons concerned. EX-BODY-${reference}`,
    sourceRef: index % 3 === 2 ? null : `EX-SOURCE-${reference}`,
    missions,
  };
}

function pickOne<T>(values: readonly T[], seed: string): T {
  const number = createHash('sha256').update(seed).digest().readUInt32BE(0);
  const value = values[number % values.length];
  if (value === undefined) throw new RangeError('nothing to pick from');
  return value;
}
