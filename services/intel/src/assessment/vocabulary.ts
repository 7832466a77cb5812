import { defineEnum } from '@chancery/shared/schema/define-enum';

const LIKELIHOOD_WORDS = [
  'ALMOST_NO_CHANCE',
  'VERY_UNLIKELY',
  'UNLIKELY',
  'ROUGHLY_EVEN_CHANCE',
  'LIKELY',
  'VERY_LIKELY',
  'ALMOST_CERTAIN',
] as const;
/** How likely something is, by the seven steps of ICD 203. */
export const Likelihood = defineEnum(
  'Likelihood',
  'How likely something is, by the seven steps of ICD 203.',
  LIKELIHOOD_WORDS,
  'a likelihood',
);
export type Likelihood = keyof typeof Likelihood;

const ANALYTIC_CONFIDENCE_WORDS = ['HIGH', 'MODERATE', 'LOW'] as const;
/** How well a judgement is founded, by ICD 203. */
export const AnalyticConfidence = defineEnum(
  'AnalyticConfidence',
  'How well a judgement is founded, by ICD 203.',
  ANALYTIC_CONFIDENCE_WORDS,
  'a confidence of an analyst',
);
export type AnalyticConfidence = keyof typeof AnalyticConfidence;

const THREAT_PRIORITY_WORDS = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const;
/** How soon a threat is to be dealt with. */
export const ThreatPriority = defineEnum(
  'ThreatPriority',
  'How soon a threat is to be dealt with.',
  THREAT_PRIORITY_WORDS,
  'a priority of a threat',
);
export type ThreatPriority = keyof typeof ThreatPriority;

const THREAT_SEVERITY_WORDS = ['MINOR', 'MODERATE', 'SEVERE', 'EXTREME'] as const;
/** How bad a threat would be. */
export const ThreatSeverity = defineEnum(
  'ThreatSeverity',
  'How bad a threat would be.',
  THREAT_SEVERITY_WORDS,
  'a severity of a threat',
);
export type ThreatSeverity = keyof typeof ThreatSeverity;

const RISK_TREATMENT_WORDS = [
  'AVOID',
  'REMOVE_SOURCE',
  'CHANGE_LIKELIHOOD',
  'CHANGE_CONSEQUENCES',
  'SHARE',
  'RETAIN',
] as const;
/** What is done about a risk, by ISO 31000. */
export const RiskTreatment = defineEnum(
  'RiskTreatment',
  'What is done about a risk, by ISO 31000.',
  RISK_TREATMENT_WORDS,
  'a treatment of a risk',
);
export type RiskTreatment = keyof typeof RiskTreatment;

const ANALYTIC_METHOD_WORDS = [
  'KEY_ASSUMPTIONS_CHECK',
  'COMPETING_HYPOTHESES',
  'INDICATORS_AND_WARNING',
  'RED_TEAM',
  'SCENARIOS',
  'LINK_ANALYSIS',
] as const;
/** How a judgement was come to. */
export const AnalyticMethod = defineEnum(
  'AnalyticMethod',
  'How a judgement was come to.',
  ANALYTIC_METHOD_WORDS,
  'an analytic method',
);
export type AnalyticMethod = keyof typeof AnalyticMethod;
