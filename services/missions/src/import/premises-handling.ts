import type { MissionKind } from '@chancery/shared/vocabulary';

/** What the handling of a post's premises is made of. */
export interface PremisesMarks {
  /** Register key of the post. */
  readonly key: string;
  readonly kind: MissionKind;
  readonly sendingState: string;
  /** Every State that the post is accredited to: each may have to put out its fire. */
  readonly receivingStates: readonly string[];
  /** The State that keeps the premises after a break; null where none does. */
  readonly custodian: string | null;
}

/** How a State files what shows the inside of a post, and the register of its archives. */
interface Filing {
  readonly inside: 2 | 3;
  readonly archives: 1 | 2;
}

/** As far as its scheme has such levels: the United States have no level 1, the United Kingdom no level 2. */
const FILING: ReadonlyMap<string, Filing> = new Map([
  ['USA', { inside: 2, archives: 2 }],
  ['GBR', { inside: 3, archives: 1 }],
]);
const USUAL: Filing = { inside: 2, archives: 1 };

/** VCCR 31 protects consular premises only while they serve the post exclusively. */
const CONSULAR: ReadonlySet<MissionKind> = new Set([
  'CONSULATE_GENERAL',
  'CONSULATE',
  'CONSULAR_AGENCY',
  'ASSISTANT_HIGH_COMMISSION',
]);
/** What rescuers need, unclassified and released to the host: nobody could put out a fire behind a national caveat. */
const RESCUE = ['Premises.floorPlan', 'Premises.hazards', 'Premises.occupancy'] as const;
const INSIDE = ['Premises.interiorPlan', 'Premises.safeHavens'] as const;
const ARCHIVES = ['Premises.archiveRegister'] as const;

/** The canonical handling of exercise premises: the address is for everybody, each thing inside as the State would file it. */
export function premisesHandling(marks: PremisesMarks): string {
  const { sendingState, receivingStates, custodian } = marks;
  const filing = FILING.get(sendingState) ?? USUAL;
  const released = releasedTo(sendingState, [...receivingStates, ...(custodian === null ? [] : [custodian])]);
  // What is entrusted to another State's custody (VCDR 45(b)) is left without classification, and released to it.
  const kept = (rank: number): string =>
    custodian === null ? own(sendingState, rank) : releasedTo(sendingState, [custodian]);
  const portions = [
    ...RESCUE.map((target) => portion(target, released)),
    ...INSIDE.map((target) => portion(target, kept(filing.inside))),
    ...ARCHIVES.map((target) => portion(target, kept(filing.archives))),
  ].sort();
  return `l=${sendingState}:0;rel=*;nat=*;pur=*;own=${sendingState}.diplomatic-security;m=${marks.key};t=${tagsOf(marks.kind)}${portions.join('')}`;
}

const portion = (target: string, label: string): string => `!${target}(${label})`;

/** For nationals of the State alone: NOFORN, EYES ONLY. */
const own = (state: string, rank: number): string => `l=${state}:${rank};rel=${state};nat=${state};pur=*`;

function releasedTo(state: string, to: readonly string[]): string {
  return `l=${state}:0;rel=${[...new Set([state, ...to])].sort().join('+')};nat=*;pur=*`;
}

/** Whether VCCR 31 governs premises of a post of such a kind. */
export const isConsularPost = (kind: MissionKind): boolean => CONSULAR.has(kind);

function tagsOf(kind: MissionKind): string {
  if (kind === 'HONORARY_CONSULATE') return 'keptSeparate+synthetic';
  return isConsularPost(kind) ? 'exclusiveUse+synthetic' : 'synthetic';
}
