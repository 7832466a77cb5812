import type { CommandGrant } from './command-grant.js';

/**
 * CHY-SREQ: what a State wants to be told of is filed by those of its agencies that may judge what threatens its post; an organisation
 * files for itself, on account of a post that it is told of things about.
 */
const FILE: readonly CommandGrant[] = [
  { rule: 'CHY-SREQ', roles: ['SENDING_STATE'], kinds: ['INTELLIGENCE'], purposes: ['THREAT_PREVENTION'] },
  {
    rule: 'CHY-SREQ',
    roles: ['SENDING_STATE'],
    kinds: ['DIPLOMATIC_SECURITY', 'FOREIGN_MINISTRY'],
    purposes: ['THREAT_PREVENTION', 'PROTECT_LIFE', 'INCIDENT_RESPONSE', 'EVACUATION'],
  },
  { rule: 'CHY-SREQ', roles: ['IGO'], kinds: ['ORGANISATION'], purposes: ['THREAT_PREVENTION'] },
];

/** Commands on standing requirements, with what grants each. */
export const REQUIREMENT_GRANTS = {
  fileStandingRequirement: FILE,
  amendStandingRequirement: FILE,
  withdrawStandingRequirement: FILE,
} as const satisfies Readonly<Record<string, readonly CommandGrant[]>>;
