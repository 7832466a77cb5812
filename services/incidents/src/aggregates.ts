import { actionCardInstances } from './activation/action-card-instance.js';
import { communicationsActivations } from './activation/communications-activation.js';
import { initialAssessments } from './activation/initial-assessment.js';
import { planActivations } from './activation/plan-activation.js';
import { caseStudies } from './cases/case-study.js';
import { checkedClaims } from './cases/checked-claim.js';
import { authorityGrants } from './command/authority-grant.js';
import { commandAssignments } from './command/command-assignment.js';
import { delegations } from './command/delegation.js';
import { successionLines } from './command/succession-line.js';
import { decisions } from './decision/decision.js';
import { diplomaticNotes } from './decision/diplomatic-note.js';
import { meetings } from './decision/meeting.js';
import { casualtySummaries } from './evacuation/casualty-summary.js';
import { manifestEntries } from './evacuation/evac-manifest-entry.js';
import { evacuationOperations } from './evacuation/evacuation-operation.js';
import { incidents } from './incident.js';
import { custodyTransfers } from './log/custody-transfer.js';
import { evidenceItems } from './log/evidence-item.js';
import { logEntries } from './log/incident-log-entry.js';
import { attackPhases } from './particulars/attack-phase.js';
import { cyberIncidents } from './particulars/cyber-incident.js';
import { afterActionReports } from './recovery/after-action-report.js';
import { claims } from './recovery/claim.js';
import { damageAssessments } from './recovery/damage-assessment.js';
import { lessons } from './recovery/lesson-learned.js';
import { recommendations } from './recovery/recommendation.js';
import { consularVisits } from './response/consular-visit.js';
import { detentions } from './response/detentions.js';
import { forceReports } from './response/force-report.js';
import { mobilizations } from './response/mobilization.js';
import { protectionRequests } from './response/protection-request.js';
import { resourceAllocations } from './response/resource-allocation.js';
import { responderRequests } from './response/responder-request.js';
import { situationReports } from './situation/situation-report.js';
import { situationUpdates } from './situation/situation-update.js';

/** Everything that incidents owns. */
export const aggregates = [
  incidents,
  logEntries,
  evidenceItems,
  custodyTransfers,
  initialAssessments,
  planActivations,
  actionCardInstances,
  communicationsActivations,
  commandAssignments,
  authorityGrants,
  delegations,
  successionLines,
  mobilizations,
  responderRequests,
  protectionRequests,
  resourceAllocations,
  forceReports,
  detentions,
  consularVisits,
  evacuationOperations,
  manifestEntries,
  casualtySummaries,
  situationReports,
  situationUpdates,
  decisions,
  meetings,
  diplomaticNotes,
  damageAssessments,
  claims,
  afterActionReports,
  lessons,
  recommendations,
  caseStudies,
  checkedClaims,
  cyberIncidents,
  attackPhases,
];
