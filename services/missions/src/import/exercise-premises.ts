import { createHash } from 'node:crypto';
import type { MissionKind } from '@chancery/shared/vocabulary';

/** A post that exercise premises are made for. */
export interface ExercisePost {
  /** Register key. */
  readonly key: string;
  readonly kind: MissionKind;
  readonly sendingState: string;
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
  readonly custodian: string | null;
  readonly custodySince: string | null;
}

/** VCCR 31 protects consular premises only while they serve the post exclusively. */
const CONSULAR: ReadonlySet<MissionKind> = new Set([
  'CONSULATE_GENERAL',
  'CONSULATE',
  'CONSULAR_AGENCY',
  'ASSISTANT_HIGH_COMMISSION',
]);

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
  'battery room',
  'solvents in the workshop',
];
const EXITS = ['north door', 'garage ramp', 'roof ladder', 'courtyard gate', 'kitchen stair'];
const HAVENS = ['strong room', 'inner stairwell', 'records vault', 'plant room'];

/** Makes premises for posts: the same for the same posts and seed; each text names its post, its field and the exercise. */
export function exercisePremises(posts: readonly ExercisePost[], seed: string): ExercisePremises[] {
  return posts.map((post) => premisesOf(post, (purpose, size) => draw(`${seed} ${post.key} ${purpose}`, size)));
}

type Draw = (purpose: string, size: number) => number;

function premisesOf(post: ExercisePost, drawFor: Draw): ExercisePremises {
  const { key, city } = post;
  const pick = (from: readonly string[], purpose: string): string => from[drawFor(purpose, from.length)] ?? '';
  const floors = 2 + drawFor('floors', 5);
  const custody = CUSTODIES.get(key);
  return {
    key,
    handling: premisesHandling(post),
    address: `EX-ADDRESS-${key} ${1 + drawFor('number', 180)} ${pick(STREETS, 'street')}, ${city ?? 'Exercise Town'} (invented for exercises)`,
    emergencyContact: `EX-CONTACT-${key} duty office, exercise line ${100 + drawFor('line', 900)}`,
    floorPlan: `EX-FLOORPLAN-${key} ${floors} floors; ways out: ${pick(EXITS, 'exit 1')}, ${pick(EXITS, 'exit 2')}; gas and power shut off in the basement`,
    hazards: [`EX-HAZARD-${key} ${pick(HAZARDS, 'hazard')}`],
    occupancy: 12 + drawFor('occupancy', 240),
    interiorPlan: `EX-INTERIOR-${key} rooms, doors and locks of ${floors} floors, exercise drawing ${drawFor('drawing', 10_000)}`,
    safeHavens: [`EX-HAVEN-${key} ${pick(HAVENS, 'haven')} on floor ${drawFor('haven floor', floors)}`],
    archiveRegister: `EX-ARCHIVE-${key} exercise register, ${40 + drawFor('series', 400)} series`,
    custodian: custody?.custodian ?? null,
    custodySince: custody?.since ?? null,
  };
}

function premisesHandling({ key, kind, sendingState }: ExercisePost): string {
  const tags =
    kind === 'HONORARY_CONSULATE'
      ? 'keptSeparate+synthetic'
      : CONSULAR.has(kind)
        ? 'exclusiveUse+synthetic'
        : 'synthetic';
  return `l=${sendingState}:0;rel=*;nat=*;pur=*;own=${sendingState}.diplomatic-security;m=${key};t=${tags}`;
}

function draw(text: string, size: number): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) % size;
}
