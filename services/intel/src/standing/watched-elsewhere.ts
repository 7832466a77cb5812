import { elsewhere } from '@chancery/shared/subgraph/links/reference';
import { Incident } from '../references.js';

/** Kinds of record of other services that can meet a standing requirement, each under the name that its own service gives it. */
export const WATCHED_ELSEWHERE: { readonly [one: string]: ReturnType<typeof elsewhere> } = {
  incident: Incident,
  situationReport: elsewhere('SituationReport'),
  situationUpdate: elsewhere('SituationUpdate'),
  cyberIncident: elsewhere('CyberIncident'),
  attackPhase: elsewhere('AttackPhase'),
  initialAssessment: elsewhere('InitialAssessment'),
  planActivation: elsewhere('PlanActivation'),
  evacuationOperation: elsewhere('EvacuationOperation'),
  casualtySummary: elsewhere('CasualtySummary'),
  protectionRequest: elsewhere('ProtectionRequest'),
  detention: elsewhere('Detention'),
  damageAssessment: elsewhere('DamageAssessment'),
  afterActionReport: elsewhere('AfterActionReport'),
  lesson: elsewhere('LessonLearned'),
  diplomaticNote: elsewhere('DiplomaticNote'),
  alarm: elsewhere('AlarmEvent'),
  suspiciousActivityReport: elsewhere('SuspiciousActivityReport'),
  securityPosture: elsewhere('SecurityPosture'),
  readinessScore: elsewhere('ReadinessScore'),
  legalStatusPeriod: elsewhere('LegalStatusPeriod'),
};
