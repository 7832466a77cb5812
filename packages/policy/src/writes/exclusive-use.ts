import { ACCEPTED, refused, type Verdict } from './verdict.js';

/** A part of a building that houses a consular post. */
export interface BuildingArea {
  readonly name: string;
  /** What the area is used for. */
  readonly uses: readonly ('CONSULAR_WORK' | 'TRADE_OFFICE' | 'RESIDENCE' | 'OTHER_AGENCY')[];
  /** Whether it is kept separate from areas of another use (VCCR 55(3)). */
  readonly separate: boolean;
  /** The mark that decides whether article 31 protects it. */
  readonly exclusiveUse: boolean;
}

/**
 * VCCR 55(2)-(3) with 1(1)(j): consular premises are what is used exclusively for the work of the post. Offices of other
 * agencies in the same building are kept separate, and are no part of the premises.
 */
export function checkBuildingArea({ name, uses, separate, exclusiveUse }: BuildingArea): Verdict {
  const consular = uses.includes('CONSULAR_WORK');
  const others = uses.filter((use) => use !== 'CONSULAR_WORK');
  if (exclusiveUse && !consular) return refused('VCCR-55', `\`${name}\` is not used for consular work`);
  if (exclusiveUse && others.length > 0)
    return refused('VCCR-55', `\`${name}\` serves \`${others.join(', ')}\` as well`);
  if (others.length > 0 && !separate) return refused('VCCR-55', `\`${name}\` is not kept separate from the premises`);
  return ACCEPTED;
}
