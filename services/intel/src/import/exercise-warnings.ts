import type { Instant } from '@chancery/shared/clock';
import { drawNumber, FreshScenarios, type Pick, pickerFor } from '@chancery/shared/subgraph/import/exercise-picks';
import type { ExercisePost } from '@chancery/shared/subgraph/import/exercise-posts';
import type {
  WarningCertainty,
  WarningResponse,
  WarningScope,
  WarningSeverity,
  WarningUrgency,
} from '../vocabulary.js';
import { PARTNER, type WarningRelease, warningHandling } from './warning-handling.js';
import { WARNING_SCENARIOS, type WarningScenario } from './warning-scenarios.js';

/** A synthetic warning, before it has an id. */
export interface ExerciseWarning {
  readonly reference: string;
  readonly handling: string;
  readonly scope: WarningScope;
  readonly restriction: string | null;
  readonly category: 'SECURITY';
  readonly responseType: WarningResponse;
  readonly instruction: string;
  readonly urgency: WarningUrgency;
  readonly severity: WarningSeverity;
  readonly certainty: WarningCertainty;
  readonly area: string;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly tearline: string;
  readonly tearlineTo: readonly string[] | null;
  readonly body: string;
  /** Absent in a third: its absence must not tell that it is hidden. */
  readonly sourceRef: string | null;
  /** Register keys. */
  readonly missions: readonly string[];
}

interface Plan {
  readonly release: WarningRelease;
  readonly missions: readonly string[];
  /** Hours from the first start back to when it was sent: some hold still, some have ended. */
  readonly age?: number;
}

/** The demo pair: every way in which a warning can be released, at the embassy, the consulate general or both. */
const DEMO_PLANS: readonly Plan[] = [
  { release: 'PARTNER_TEARLINE', missions: ['Q875787'], age: 5 },
  { release: 'COMPARTMENT_TEARLINE', missions: ['Q875787'], age: 2 },
  { release: 'NATIONALS_ONLY', missions: ['Q875787'], age: 9 },
  { release: 'PARTNER_TEARLINE', missions: ['Q470042'], age: 8 },
  { release: 'OPEN', missions: ['Q470042', 'Q875787'], age: 3 },
  { release: 'PARTNERS_ONLY', missions: ['Q470042', 'Q875787'], age: 6 },
  { release: 'PARTNER_TEARLINE', missions: ['Q875787'], age: 600 },
];

const OTHER_RELEASES: readonly WarningRelease[] = ['PARTNER_TEARLINE', 'NATIONALS_ONLY', 'OPEN', 'PARTNERS_ONLY'];
/** What to do, by how soon. */
const ADVICE: Readonly<
  Record<WarningUrgency, { readonly responseType: WarningResponse; readonly instruction: string }>
> = {
  IMMEDIATE: {
    responseType: 'SHELTER',
    instruction: 'Stay inside and away from windows until the security officer says otherwise.',
  },
  EXPECTED: {
    responseType: 'PREPARE',
    instruction: 'Check the call list and who is on duty; be ready to close the public entrances at once.',
  },
  FUTURE: {
    responseType: 'ASSESS',
    instruction: 'Look at plans and routes for the days named, and say what is missing.',
  },
  PAST: { responseType: 'MONITOR', instruction: 'Report whatever looks like a second attempt.' },
  UNKNOWN: { responseType: 'MONITOR', instruction: 'Watch, and report what does not fit.' },
};
const AGES = [1, 4, 11, 20, 30, 75, 160, 420];
const HOUR_MS = 3_600_000;

/** Makes `count` warnings over the posts as of a first start: the same for the same posts, seed, count and start. */
export function exerciseWarnings(
  posts: readonly ExercisePost[],
  seed: string,
  count: number,
  start: Instant,
): ExerciseWarning[] {
  const byKey = new Map(posts.map((post) => [post.key, post]));
  const demo = DEMO_PLANS.filter((plan) => plan.missions.every((key) => byKey.has(key)));
  const demoPosts = new Set(DEMO_PLANS.flatMap((plan) => plan.missions));
  const others = posts.filter((post) => !demoPosts.has(post.key));
  const scenarios = new FreshScenarios(WARNING_SCENARIOS);
  return Array.from({ length: count }, (_, index) => {
    const reference = `W-${String(index + 1).padStart(4, '0')}`;
    const pick = pickerFor(`${seed} ${reference}`);
    const plan = demo[index] ?? {
      release: OTHER_RELEASES[index % OTHER_RELEASES.length] ?? 'NATIONALS_ONLY',
      missions: [pick(others, 'post').key],
    };
    const post = byKey.get(plan.missions[0] ?? '');
    if (post === undefined) throw new RangeError(`no post for \`${reference}\``);
    const scenario = scenarios.take(plan.missions, pick);
    return makeWarning({ reference, index, plan, post, scenario, pick, start });
  });
}

interface Making {
  readonly reference: string;
  readonly index: number;
  readonly plan: Plan;
  readonly post: ExercisePost;
  readonly scenario: WarningScenario;
  readonly pick: Pick;
  readonly start: Instant;
}

function makeWarning({ reference, index, plan, post, scenario, pick, start }: Making): ExerciseWarning {
  const { sendingState, receivingState, city } = post;
  const { urgency, severity, certainty, hours } = scenario;
  const { release, missions } = plan;
  const owner = `${sendingState}.intelligence`;
  const sentAt = start - (plan.age ?? pick(AGES, 'age')) * HOUR_MS;
  return {
    reference,
    handling: warningHandling({ release, sendingState, receivingState, owner, missions }),
    scope: release === 'OPEN' ? 'PUBLIC' : 'RESTRICTED',
    restriction: release === 'OPEN' ? null : 'Those that protect the posts concerned.',
    category: 'SECURITY',
    ...ADVICE[urgency],
    urgency,
    severity,
    certainty,
    area: `${city}, surroundings of the post`,
    sentAt: new Date(sentAt),
    expiresAt: new Date(sentAt + hours * HOUR_MS),
    ...scenario.texts(city, pick),
    tearlineTo: release.endsWith('TEARLINE') ? [PARTNER, receivingState] : null,
    sourceRef: index % 3 === 2 ? null : `S-${drawNumber(`${reference} source`).toString(16).padStart(8, '0')}`,
    missions,
  };
}
