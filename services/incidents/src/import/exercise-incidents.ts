import type { Instant } from '@chancery/shared/clock';
import { FreshScenarios, type Pick, pickerFor } from '@chancery/shared/subgraph/import/exercise-picks';
import type { ExercisePost } from '@chancery/shared/subgraph/import/exercise-posts';
import type { IncidentType, SiteKind } from '../vocabulary.js';
import { type IncidentLife, lifeOf } from './incident-life.js';
import { INCIDENT_SCENARIOS, type IncidentScenario } from './incident-scenarios.js';

/** A synthetic incident, before it has an id. */
export interface ExerciseIncident {
  readonly reference: string;
  readonly handling: string;
  readonly type: IncidentType;
  readonly occurredOn: string;
  readonly city: string;
  readonly sendingState: string;
  readonly receivingState: string;
  readonly siteKind: SiteKind;
  readonly summary: string;
  /** Register key. */
  readonly mission: string;
  readonly life: IncidentLife;
}

/** How widely an exercise incident is known: to partners only, its contents to partners and its row to the host, to nationals only, or to all. */
type IncidentRelease = 'PARTNERS' | 'HOST_SEES_ROW' | 'NATIONALS' | 'OPEN';

interface Plan {
  readonly release: IncidentRelease;
  readonly post: string;
}

/** The demo pair has one of each; the other posts take turns. */
const DEMO_PLANS: readonly Plan[] = [
  { release: 'PARTNERS', post: 'Q875787' },
  { release: 'HOST_SEES_ROW', post: 'Q875787' },
  { release: 'NATIONALS', post: 'Q875787' },
  { release: 'OPEN', post: 'Q875787' },
  { release: 'PARTNERS', post: 'Q470042' },
  { release: 'HOST_SEES_ROW', post: 'Q470042' },
];
const OTHER_RELEASES: readonly IncidentRelease[] = ['PARTNERS', 'HOST_SEES_ROW', 'NATIONALS', 'OPEN'];

const SITE_KINDS: ReadonlyMap<string, SiteKind> = new Map([
  ['EMBASSY', 'EMBASSY'],
  ['HIGH_COMMISSION', 'HIGH_COMMISSION'],
  ['CONSULATE_GENERAL', 'CONSULATE_GENERAL'],
  ['CONSULATE', 'CONSULATE'],
]);

const DAY_MS = 86_400_000;
const PARTNER = 'GBR';

/** Makes `count` incidents over the posts as of a first start: the same for the same posts, seed, count and start. */
export function exerciseIncidents(
  posts: readonly ExercisePost[],
  seed: string,
  count: number,
  start: Instant,
): ExerciseIncident[] {
  // Premises of another kind, an honorary consulate say, would need a kind of place of their own.
  const usable = posts.filter((post) => SITE_KINDS.has(post.kind));
  const byKey = new Map(usable.map((post) => [post.key, post]));
  const demo = DEMO_PLANS.filter((plan) => byKey.has(plan.post));
  const demoPosts = new Set(DEMO_PLANS.map((plan) => plan.post));
  const others = usable.filter((post) => !demoPosts.has(post.key)).map((post) => post.key);
  const scenarios = new FreshScenarios(INCIDENT_SCENARIOS);
  return Array.from({ length: count }, (_, index) => {
    const reference = `I-${String(index + 1).padStart(4, '0')}`;
    const pick = pickerFor(`${seed} ${reference}`);
    const plan = demo[index] ?? {
      release: OTHER_RELEASES[index % OTHER_RELEASES.length] ?? 'NATIONALS',
      post: pick(others, 'post'),
    };
    const scenario = scenarios.take([plan.post], pick);
    const occurredOn = new Date(start - (2 + 9 * (count - 1 - index)) * DAY_MS).toISOString().slice(0, 10);
    return makeIncident({
      reference,
      plan,
      post: byKey.get(plan.post),
      scenario,
      pick,
      occurredOn,
      age: count - 1 - index,
    });
  });
}

interface Making {
  readonly reference: string;
  readonly plan: Plan;
  readonly post: ExercisePost | undefined;
  readonly scenario: IncidentScenario;
  readonly pick: Pick;
  readonly occurredOn: string;
  readonly age: number;
}

function makeIncident({ reference, plan, post, scenario, pick, occurredOn, age }: Making): ExerciseIncident {
  const siteKind = SITE_KINDS.get(post?.kind ?? '');
  if (post === undefined || siteKind === undefined) throw new RangeError(`no post for \`${reference}\``);
  const { sendingState, receivingState, city } = post;
  return {
    reference,
    handling: incidentHandling(plan.release, post),
    type: scenario.type,
    occurredOn,
    city,
    sendingState,
    receivingState,
    siteKind,
    summary: scenario.summary(city, pick),
    mission: post.key,
    life: lifeOf({ type: scenario.type, occurredOn, age }, pick),
  };
}

/** The canonical handling of an exercise incident. */
function incidentHandling(release: IncidentRelease, { key, sendingState, receivingState }: ExercisePost): string {
  const record = `own=${sendingState}.diplomatic-security;m=${key};t=synthetic`;
  const partners = limits(sendingState, PARTNER);
  switch (release) {
    case 'PARTNERS':
      return `l=${sendingState}:2;${partners};${record}!EXISTENCE(l=${sendingState}:2;${partners})`;
    case 'HOST_SEES_ROW':
      return `l=${sendingState}:2;${partners};${record}!EXISTENCE(l=${sendingState}:0;${limits(sendingState, PARTNER, receivingState)})`;
    case 'NATIONALS': {
      // What happened is hardly marked; that the post reported it at all is not for others.
      const nationals = `rel=${sendingState};nat=${sendingState};pur=*`;
      return `l=${sendingState}:1;${nationals};${record}!EXISTENCE(l=${sendingState}:3;${nationals})`;
    }
    case 'OPEN':
      return `l=${sendingState}:0;rel=*;nat=*;pur=*;${record}`;
  }
}

function limits(...releasableTo: string[]): string {
  return `rel=${[...new Set(releasableTo)].sort().join('+')};nat=*;pur=*`;
}
