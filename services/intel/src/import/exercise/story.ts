import type { AnalyticMethod, Likelihood, ThreatSeverity } from '../../assessment/vocabulary.js';
import type { SourceReliability } from '../../collection/vocabulary.js';
import type {
  ActorSophistication,
  AttackMotivation,
  IndicatorTopic,
  ThreatActorType,
  ThreatStatus,
  ThreatType,
  ThreatVector,
  UasClass,
} from '../../threats/vocabulary.js';

/** A report as its desk would word and grade it. */
export interface StoryReport {
  readonly title: string;
  readonly body: (city: string) => string;
  readonly reliability: SourceReliability;
  readonly credibility: number;
  readonly comment: string;
}

/** A threat from the first question to what is done about it. */
export interface Story {
  readonly question: string;
  readonly actor: {
    readonly alias: string;
    readonly type: ThreatActorType;
    readonly motivation: AttackMotivation;
    readonly sophistication: ActorSophistication;
    readonly capability: string;
    readonly intent: string;
  };
  readonly threat: {
    readonly type: ThreatType;
    readonly vector: ThreatVector;
    readonly status: ThreatStatus;
    readonly uasClass: UasClass | null;
    readonly airspaceNotice: string | null;
    readonly summary: (city: string) => string;
    readonly body: (city: string) => string;
  };
  readonly open: StoryReport & { readonly publisher: string };
  readonly heard: StoryReport;
  readonly told: StoryReport;
  readonly indicator: {
    readonly topic: IndicatorTopic;
    readonly metric: string;
    readonly threshold: number;
    readonly periodDays: number;
    readonly meaning: string;
  };
  readonly judged: {
    readonly impact: number;
    readonly likelihood: Likelihood;
    readonly severity: ThreatSeverity;
    readonly rationale: string;
    readonly method: AnalyticMethod;
    readonly judgement: string;
    readonly dissent: string | null;
  };
  readonly risk: {
    readonly vulnerability: string;
    readonly measures: readonly string[];
    readonly residualLikelihood: Likelihood;
    readonly residualImpact: number;
  };
}
