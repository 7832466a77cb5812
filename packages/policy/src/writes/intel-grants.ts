import type { CommandGrant } from './command-grant.js';
import { keeping, retracting } from './retraction.js';

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

/** CHY-WARN: a warning is issued, amended and called off, and intelligence passed on, by the intelligence service of the State of the post. */
const WARN: readonly CommandGrant[] = [
  { rule: 'CHY-WARN', roles: ['SENDING_STATE'], kinds: ['INTELLIGENCE'], purposes: ['THREAT_PREVENTION'] },
];

/**
 * CHY-REGR: a label is given anew by those that make such records; that it is lowered by its originator alone is a check of its own
 * (`lowering.ts`).
 */
const REGRADE: readonly CommandGrant[] = [
  { rule: 'CHY-REGR', roles: ['SENDING_STATE'], kinds: ['INTELLIGENCE'], purposes: ['THREAT_PREVENTION', 'REGRADE'] },
  {
    rule: 'CHY-REGR',
    roles: ['SENDING_STATE'],
    kinds: ['DIPLOMATIC_SECURITY'],
    purposes: ['THREAT_PREVENTION', 'PROTECT_LIFE', 'INCIDENT_RESPONSE', 'REGRADE'],
  },
];

/** CHY-TELL: how pressing a threat is may be told in a word, below what it is judged by, by the service that judged it. */
const TELL: readonly CommandGrant[] = [
  { rule: 'CHY-TELL', roles: ['SENDING_STATE'], kinds: ['INTELLIGENCE'], purposes: ['THREAT_PREVENTION'] },
  {
    rule: 'CHY-TELL',
    roles: ['SENDING_STATE'],
    kinds: ['DIPLOMATIC_SECURITY'],
    purposes: ['THREAT_PREVENTION', 'PROTECT_LIFE', 'INCIDENT_RESPONSE'],
  },
];

/** Commands on what may happen to a post, with what grants each. */
export const INTEL_GRANTS = {
  submitReport: REPORT,
  assessThreat: REPORT,
  identifyThreat: REPORT,
  advanceThreat: REPORT,
  assessRisk: REPORT,
  reportCyberFinding: REPORT,
  advanceCyberFinding: REPORT,
  resolveCyberFinding: REPORT,
  requireCollection: REPORT,
  advanceRequirement: REPORT,
  retractReport: retracting(REPORT),
  retractThreatAssessment: retracting(REPORT),
  retractRiskAssessment: retracting(REPORT),
  ...keeping(
    {
      registerSource: 'Source',
      nameActor: 'ThreatActor',
      recordIndicator: 'Indicator',
      countIndicator: 'IndicatorWatch',
      publishProduct: 'AnalyticProduct',
    },
    REPORT,
  ),
  issueWarning: WARN,
  updateWarning: WARN,
  cancelWarning: WARN,
  disseminate: WARN,
  tellThreatLevel: TELL,
  regradeWarning: REGRADE,
  regradeIntelReport: REGRADE,
  regradeThreatAssessment: REGRADE,
  regradeSource: REGRADE,
  regradeThreatActor: REGRADE,
  regradeAnalyticProduct: REGRADE,
} as const satisfies Readonly<Record<string, readonly CommandGrant[]>>;
