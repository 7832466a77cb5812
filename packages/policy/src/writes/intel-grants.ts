import type { CommandGrant } from './command-grant.js';

/** CHY-INTL: intelligence on a post is reported and judged by those of its own State that gather it or protect the post. */
const REPORT: readonly CommandGrant[] = [
  { rule: 'CHY-INTL', roles: ['SENDING_STATE'], kinds: ['INTELLIGENCE'], purposes: ['THREAT_PREVENTION'] },
  {
    rule: 'CHY-INTL',
    roles: ['SENDING_STATE'],
    kinds: ['DIPLOMATIC_SECURITY'],
    purposes: ['THREAT_PREVENTION', 'PROTECT_LIFE', 'INCIDENT_RESPONSE'],
  },
];

/** CHY-WARN: a warning is amended and called off, and intelligence passed on, by the intelligence service of the State of the post. */
const WARN: readonly CommandGrant[] = [
  { rule: 'CHY-WARN', roles: ['SENDING_STATE'], kinds: ['INTELLIGENCE'], purposes: ['THREAT_PREVENTION'] },
];

/** Commands on what may happen to a post, with what grants each. */
export const INTEL_GRANTS = {
  submitReport: REPORT,
  assessThreat: REPORT,
  updateWarning: WARN,
  cancelWarning: WARN,
  disseminate: WARN,
} as const satisfies Readonly<Record<string, readonly CommandGrant[]>>;
