import { accessControlPoints } from './access/access-control-point.js';
import { accessEvents } from './access/access-event.js';
import { biometricEnrollments } from './access/biometric-enrollment.js';
import { credentials } from './access/credential.js';
import { visitRequests } from './access/visit-request.js';
import { visitors } from './access/visitor.js';
import { visitorVettings } from './access/visitor-vetting.js';
import { missions } from './mission.js';
import { familyMembers } from './people/family-member.js';
import { immunityStatuses } from './people/immunity-status.js';
import { postHolders } from './people/post-holders.js';
import { actionCards } from './plans/action-card.js';
import { checklists } from './plans/checklist.js';
import { commsChannels } from './plans/comms-channel.js';
import { commsPlans } from './plans/comms-plan.js';
import { continuityPlans } from './plans/continuity-plan.js';
import { emergencyActionPlans } from './plans/emergency-action-plan.js';
import { evacuationPlans } from './plans/evacuation-plan.js';
import { liaisonContacts } from './plans/liaison-contact.js';
import { notificationTrees } from './plans/notification-tree.js';
import { planAnnexes } from './plans/plan-annex.js';
import { areas } from './posts/area.js';
import { assets } from './posts/asset.js';
import { legalStatusPeriods } from './posts/legal-status-periods.js';
import { premises } from './posts/premises-of-posts.js';
import { residences } from './posts/residence.js';
import { vehicles } from './posts/vehicle.js';
import { assessments } from './readiness/assessment.js';
import { cyberControls } from './readiness/cyber-control.js';
import { exercises } from './readiness/exercise.js';
import { findings } from './readiness/finding.js';
import { injects } from './readiness/inject.js';
import { readinessScores } from './readiness/readiness-score.js';
import { resources } from './readiness/resource.js';
import { resourceStocks } from './readiness/resource-stock.js';
import { scenarios } from './readiness/scenario.js';
import { securityPostures } from './readiness/security-posture.js';
import { trainingCourses } from './readiness/training-course.js';
import { trainingRecords } from './readiness/training-record.js';
import { alarms } from './watch/alarm-event.js';
import { footages } from './watch/footage.js';
import { guardPosts } from './watch/guard-post.js';
import { securityTeams } from './watch/security-team.js';
import { sensors } from './watch/sensor.js';
import { suspiciousActivityReports } from './watch/suspicious-activity-report.js';

/** Everything that missions owns. */
export const aggregates = [
  missions,
  premises,
  legalStatusPeriods,
  areas,
  residences,
  assets,
  vehicles,
  postHolders,
  immunityStatuses,
  familyMembers,
  accessControlPoints,
  credentials,
  accessEvents,
  visitors,
  visitRequests,
  visitorVettings,
  biometricEnrollments,
  securityTeams,
  guardPosts,
  sensors,
  alarms,
  footages,
  suspiciousActivityReports,
  commsPlans,
  commsChannels,
  notificationTrees,
  emergencyActionPlans,
  planAnnexes,
  actionCards,
  checklists,
  evacuationPlans,
  continuityPlans,
  liaisonContacts,
  resourceStocks,
  resources,
  trainingCourses,
  trainingRecords,
  scenarios,
  exercises,
  injects,
  findings,
  readinessScores,
  securityPostures,
  assessments,
  cyberControls,
];
