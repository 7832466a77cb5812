import { drawNumber } from '@chancery/shared/subgraph/import/exercise-picks';
import type { MissionKind } from '@chancery/shared/vocabulary';
import { isConsularPost, premisesHandling } from './premises-handling.js';

/** A post that exercise premises are made for. */
export interface ExercisePost {
  /** Register key. */
  readonly key: string;
  readonly kind: MissionKind;
  readonly sendingState: string;
  readonly receivingStates: readonly string[];
  readonly city: string | null;
}

/** Synthetic premises, before they have an id. */
export interface ExercisePremises {
  /** Register key of the post. */
  readonly key: string;
  readonly handling: string;
  readonly address: string;
  readonly emergencyContact: string;
  readonly floorPlan: string;
  readonly hazards: readonly string[];
  readonly occupancy: number;
  readonly interiorPlan: string;
  readonly safeHavens: readonly string[];
  readonly archiveRegister: string;
  readonly notifiedTo: readonly string[];
  readonly exclusiveUse: boolean | null;
  readonly takenIntoUseOn: null;
  readonly custodian: string | null;
  readonly custodySince: string | null;
}

/** VCDR 45(b): premises, with property and archives, entrusted to a third State. */
const CUSTODIES: ReadonlyMap<string, { readonly custodian: string; readonly since: string }> = new Map([
  ['Q3774656', { custodian: 'CHE', since: '2026-01-01' }],
]);

const STREETS = [
  'Lindenfeld Row',
  'Old Harbour Steps',
  'Quarry Lane',
  'Saffron Court',
  'Windmill Parade',
  'Marigold Walk',
];
const HAZARDS = [
  'diesel tank of the generator',
  'gas bottles behind the kitchen',
  'battery room on the first floor',
  'solvents in the workshop',
];
const EXITS = ['north door', 'garage ramp', 'roof ladder', 'courtyard gate', 'kitchen stair'];
const HAVENS = ['strong room', 'inner stairwell', 'records vault', 'plant room'];
const FLOORS = [
  'ground floor',
  'first floor',
  'second floor',
  'third floor',
  'fourth floor',
  'fifth floor',
  'sixth floor',
];

/** How many people work in a post of a kind: the least, and how many more there may be. */
const STAFF: Readonly<Partial<Record<MissionKind, readonly [number, number]>>> = {
  EMBASSY: [60, 240],
  HIGH_COMMISSION: [60, 240],
  CONSULATE_GENERAL: [18, 70],
  CONSULATE: [8, 20],
  HONORARY_CONSULATE: [1, 4],
};

/** Makes premises for posts: the same for the same posts and seed. */
export function exercisePremises(posts: readonly ExercisePost[], seed: string): ExercisePremises[] {
  return posts.map((post) => premisesOf(post, (purpose, size) => drawNumber(`${seed} ${post.key} ${purpose}`) % size));
}

type Draw = (purpose: string, size: number) => number;

function premisesOf(post: ExercisePost, drawFor: Draw): ExercisePremises {
  const { key, city, kind } = post;
  const pick = (from: readonly string[], purpose: string): string => from[drawFor(purpose, from.length)] ?? '';
  const floors = 2 + drawFor('floors', 5);
  const [exit, other] = twoOf(EXITS, drawFor);
  const [least, more] = STAFF[kind] ?? [6, 12];
  const custody = CUSTODIES.get(key);
  return {
    key,
    handling: premisesHandling({ ...post, custodian: custody?.custodian ?? null }),
    address: `${1 + drawFor('number', 180)} ${pick(STREETS, 'street')}${city === null ? '' : `, ${city}`}`,
    emergencyContact: `Duty officer, extension ${100 + drawFor('line', 900)}`,
    floorPlan: `${floors} floors above a basement. Ways out: ${exit}, ${other}. Gas and power are shut off in the basement, left of the stair.`,
    hazards: [capital(pick(HAZARDS, 'hazard'))],
    occupancy: least + drawFor('occupancy', more),
    interiorPlan: `Rooms, doors and locks of ${floors} floors, drawing ${1_000 + drawFor('drawing', 9_000)}; the secure area begins behind the second door of the ${FLOORS[floors - 1]}.`,
    safeHavens: [`${capital(pick(HAVENS, 'haven'))}, ${FLOORS[drawFor('haven floor', floors)]}`],
    archiveRegister: `${40 + drawFor('series', 400)} series, kept in ${1 + drawFor('vaults', 3)} vaults; last checked in ${pick(['January', 'April', 'September'], 'checked')}.`,
    notifiedTo: post.receivingStates,
    exclusiveUse: isConsularPost(kind) ? true : null,
    takenIntoUseOn: null,
    custodian: custody?.custodian ?? null,
    custodySince: custody?.since ?? null,
  };
}

/** Two different ones. */
function twoOf(values: readonly string[], drawFor: Draw): readonly [string, string] {
  const first = drawFor('exit', values.length);
  const second = (first + 1 + drawFor('other exit', values.length - 1)) % values.length;
  return [values[first] ?? '', values[second] ?? ''];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
