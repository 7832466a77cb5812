import type { Act } from '@chancery/shared/snapshot/snapshot';

/** Who may disclose: the head of the agency, or whom he or she has designated (EO 4.2(b)). */
const DISCLOSERS: ReadonlySet<string> = new Set(['AGENCY_HEAD', 'AGENCY_HEAD_DESIGNEE']);
const ALL = '*';

/**
 * Whether an act is an emergency disclosure that the Order knows: by the United States of what is theirs, to
 * recipients and of kinds of data that it names. Everybody and everything is not the absolute minimum.
 */
export function isEmergencyDisclosure({ kind, by, to, scope }: Act, ownerState: string | null): boolean {
  return (
    kind === 'EMERGENCY_DISCLOSURE' &&
    by.represents === 'USA' &&
    ownerState === 'USA' &&
    DISCLOSERS.has(by.office) &&
    to.represents !== ALL &&
    !to.agencies.includes(ALL) &&
    !scope.categories.includes(ALL) &&
    !scope.missions.includes(ALL) &&
    !scope.keys.includes(ALL) &&
    !scope.persons.includes(ALL)
  );
}
