import { ACT_GRANTS } from './act-grants.js';
import type { CommandGrant } from './command-grant.js';
import { CUSTODY_GRANTS } from './custody-grants.js';
import { DUTY_GRANTS } from './duty-grants.js';
import { HOLD_GRANTS } from './hold-grants.js';
import { INCIDENT_GRANTS } from './incident-grants.js';
import { INTEL_GRANTS } from './intel-grants.js';
import { LAW_RECORD_GRANTS } from './law-record-grants.js';
import { POST_GRANTS } from './post-grants.js';
import { REQUEST_GRANTS } from './request-grants.js';
import { REQUIREMENT_GRANTS } from './requirement-grants.js';
import { TRUST_GRANTS } from './trust-grants.js';

/**
 * Every command by the name of its mutation field, with what grants it; one that is not here is nobody's.
 * CHY-RPT: what happens at a post is reported by those of its own State that protect or represent it, by the authorities of the
 * host that owe it protection (VCDR 22(2), 29; VCCR 31(3), 40), and by whom it is entrusted to (VCDR 45(b)-(c)).
 */
export const COMMAND_GRANTS = {
  ...POST_GRANTS,
  ...INCIDENT_GRANTS,
  ...INTEL_GRANTS,
  ...ACT_GRANTS,
  ...REQUEST_GRANTS,
  ...REQUIREMENT_GRANTS,
  ...TRUST_GRANTS,
  ...DUTY_GRANTS,
  ...HOLD_GRANTS,
  ...CUSTODY_GRANTS,
  ...LAW_RECORD_GRANTS,
  reportIncident: [
    {
      rule: 'CHY-RPT',
      roles: ['SENDING_STATE'],
      kinds: ['DIPLOMATIC_SECURITY', 'FOREIGN_MINISTRY', 'CONSULAR'],
      purposes: ['PROTECT_LIFE', 'THREAT_PREVENTION', 'INCIDENT_RESPONSE', 'EVACUATION', 'CONSULAR_ASSISTANCE'],
    },
    {
      rule: 'CHY-RPT',
      roles: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_MFA'],
      kinds: ['POLICE', 'EMERGENCY_SERVICE', 'FOREIGN_MINISTRY'],
      purposes: ['PROTECT_LIFE', 'THREAT_PREVENTION', 'INCIDENT_RESPONSE', 'CRIMINAL_INVESTIGATION'],
    },
    {
      rule: 'CHY-RPT',
      roles: ['PROTECTING_POWER'],
      kinds: ['FOREIGN_MINISTRY'],
      purposes: ['INTERESTS_PROTECTION'],
    },
  ],
} as const satisfies Readonly<Record<string, readonly CommandGrant[]>>;

export type CommandName = keyof typeof COMMAND_GRANTS;

/** Whether a mutation field is a command that something grants to somebody. */
export const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMAND_GRANTS, name);
