import { jurisdictionDeterminations } from './acts/jurisdiction-determination.js';
import { legalActs } from './acts/legal-acts.js';
import { mandates } from './acts/mandate.js';
import { releaseDecisions } from './acts/release-decision.js';
import { waivers } from './acts/waiver.js';
import { interagencyProtocols } from './agreements/interagency-protocol.js';
import { partnerArrangements } from './agreements/partner-arrangement.js';
import { sharingAgreements } from './agreements/sharing-agreement.js';
import { trustAgreements } from './agreements/trust/trust-agreements.js';
import { assignments } from './assignments/assignment.js';
import { auditEntries } from './audit/audit-entry.js';
import { auditedAccesses } from './audit/audited-access.js';
import { obligations } from './duties/obligations.js';
import { legalHolds } from './holds/legal-holds.js';
import { hostLegalConstraints } from './host/host-legal-constraint.js';
import { personaeNonGratae } from './host/persona-non-grata.js';
import { agencies } from './register/agency.js';
import { dataKinds } from './register/data-kind.js';
import { legalInstruments } from './register/legal-instrument.js';
import { legalRules } from './register/legal-rule.js';
import { partyStatuses } from './register/party-status.js';
import { policyChanges } from './register/policy-change.js';
import { ruleChanges } from './register/rule-change.js';
import { states } from './register/state.js';
import { useOfForcePolicies } from './register/use-of-force-policy.js';
import { informationRequests } from './requests/information-requests.js';

/** Everything that compliance owns. */
export const aggregates = [
  legalInstruments,
  legalRules,
  dataKinds,
  states,
  agencies,
  partyStatuses,
  policyChanges,
  ruleChanges,
  useOfForcePolicies,
  legalActs,
  informationRequests,
  assignments,
  waivers,
  mandates,
  releaseDecisions,
  jurisdictionDeterminations,
  sharingAgreements,
  partnerArrangements,
  interagencyProtocols,
  trustAgreements,
  hostLegalConstraints,
  personaeNonGratae,
  auditEntries,
  auditedAccesses,
  obligations,
  legalHolds,
];
