import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { AnalyticProduct } from '../../assessment/analytic-product.js';
import { priorityOf } from '../../assessment/priority.js';
import type { RiskAssessment } from '../../assessment/risk-assessment.js';
import type { ThreatAssessment } from '../../assessment/threat-assessment.js';
import type { ThreatLevel } from '../../assessment/threat-level.js';
import type { IntelPlace } from './intel-place.js';
import type { StoryReport } from './story.js';

type Ids = ReadonlyMap<string, string>;

const DAY_HOURS = 24;

/** The most credible of what was heard and told: what cannot be judged, 6, comes last. What anybody may read is seldom the ground. */
function bestOf({ story: { heard, told } }: IntelPlace): StoryReport {
  return told.credibility < heard.credibility ? told : heard;
}

/** How the threat to each post was judged. */
export function threatAssessmentRows(places: readonly IntelPlace[], threats: Ids): ImportedRow<ThreatAssessment>[] {
  return places.map((of) => {
    const { impact, likelihood, severity, rationale } = of.story.judged;
    const { reliability, credibility } = bestOf(of);
    return {
      handling: of.handling('ALLIED'),
      synthetic: true,
      mission: of.mission,
      threat: threats.get(of.reference('THR')) ?? null,
      incident: null,
      reference: of.reference('TAS'),
      assessedAt: of.moment(-of.pick([50, 70, 90], 'assessed')),
      reliability,
      credibility,
      impact,
      likelihood,
      severity,
      attributionConfidence: of.pick(['HIGH', 'MODERATE', 'LOW'] as const, 'attribution'),
      originCountry: null,
      rationale,
      analystRole: `ANALYST-${of.post.sendingState}-${of.pick(['01', '02', '03'], 'analyst')}`,
      reviewedAt: of.turn([of.moment(-30), of.moment(-36), null]),
    };
  });
}

/** What the host of each post was told of that judgement: one word. */
export function threatLevelRows(places: readonly IntelPlace[]): ImportedRow<ThreatLevel>[] {
  return places.map((of) => ({
    handling: of.handling('TOLD'),
    synthetic: true,
    mission: of.mission,
    reference: of.reference('TL'),
    priority: priorityOf(bestOf(of).credibility, of.story.judged.impact),
    toldTo: of.post.receivingState,
    toldOn: of.day(-of.turn([1, 2, 3])),
  }));
}

/** What the threat puts at risk at each post, before and after what is done. */
export function riskRows(places: readonly IntelPlace[], threats: Ids): ImportedRow<RiskAssessment>[] {
  return places.map((of) => {
    const { vulnerability, measures, residualLikelihood, residualImpact } = of.story.risk;
    const { likelihood, impact } = of.story.judged;
    const reviewDueOn = of.turn([of.day(30), of.day(60), null, of.day(90)]);
    return {
      handling: of.handling('NATIONALS', 'diplomatic-security'),
      synthetic: true,
      mission: of.mission,
      threat: threats.get(of.reference('THR')) ?? null,
      reference: of.reference('RSK'),
      assessedAt: of.moment(-of.pick([26, 31, 40], 'risk')),
      vulnerability,
      likelihood,
      impact,
      treatment: of.pick(['CHANGE_LIKELIHOOD', 'CHANGE_CONSEQUENCES', 'SHARE'] as const, 'treatment'),
      measures,
      residualLikelihood,
      residualImpact,
      acceptedBy: reviewDueOn !== null ? `HOM-${of.post.key}` : null,
      reviewDueOn,
    };
  });
}

/** What was judged from the reports of each post. */
export function productRows(places: readonly IntelPlace[], reports: Ids): ImportedRow<AnalyticProduct>[] {
  return places.map((of) => {
    const { method, judgement, likelihood, dissent } = of.story.judged;
    return {
      handling: of.handling('ALLIED'),
      synthetic: true,
      mission: of.mission,
      reference: of.reference('AP'),
      title: `${of.story.actor.alias} and the post in ${of.post.city}`,
      method,
      keyJudgement: judgement,
      likelihood,
      confidence: of.pick(['HIGH', 'MODERATE', 'MODERATE', 'LOW'] as const, 'confidence'),
      dissent,
      publishedAt: of.moment(-2 * DAY_HOURS + of.pick([1, 4, 8], 'published')),
      inputs: [1, 2, 3].flatMap((at) => reports.get(of.reference('IR', at)) ?? []),
    };
  });
}
