import type { Purpose } from '@chancery/shared/vocabulary';
import type { CommandGrant } from './command-grant.js';
import { keeping, retracting } from './retraction.js';

const PROCEEDINGS: readonly Purpose[] = ['CRIMINAL_INVESTIGATION', 'ARREST', 'PROSECUTION'];

/**
 * CHY-CUST: that somebody is held is recorded by the authorities of the receiving State that hold, and by nobody else: theirs are the duties of VCCR 36(1)(b) and
 * 42 ("the competent authorities of the receiving State"). No other State says of itself that somebody is in its cells.
 */
const CUSTODY: readonly CommandGrant[] = [
  {
    rule: 'CHY-CUST',
    roles: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_CUSTOMS'],
    kinds: ['POLICE', 'COURT', 'BORDER', 'CUSTOMS'],
    purposes: PROCEEDINGS,
  },
];

/** CHY-VIST: consular officers of the sending State write down whom they visited (VCCR 36(1)(a), (c)): it is their record, and no part of the custody book. */
const VISITS: readonly CommandGrant[] = [
  { rule: 'CHY-VIST', roles: ['SENDING_STATE'], kinds: ['CONSULAR'], purposes: ['CONSULAR_ASSISTANCE'] },
];

/** Commands on whom the receiving State holds, with what grants each. */
export const CUSTODY_GRANTS = {
  recordDetention: CUSTODY,
  amendDetention: CUSTODY,
  retractDetention: retracting(CUSTODY),
  informDetainee: CUSTODY,
  requestConsularNotice: CUSTODY,
  opposeConsularNotice: CUSTODY,
  recordConsularNotice: CUSTODY,
  grantConsularAccess: CUSTODY,
  releaseDetainee: CUSTODY,
  ...keeping({ recordConsularVisit: 'ConsularVisit' }, VISITS),
} as const satisfies Readonly<Record<string, readonly CommandGrant[]>>;
