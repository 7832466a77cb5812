import type { EvidenceKind } from '../../log/evidence-item.js';
import type { DamageLevel } from '../../recovery/damage-assessment.js';
import type { LessonTopic } from '../../recovery/lesson-learned.js';
import type { ProtectionMeasure } from '../../response/protection-request.js';
import type { EntryGround, ResponderAgency } from '../../response/responder-request.js';
import type { IncidentSeverity, IppOffence } from '../../vocabulary.js';

/** What a kind of incident leaves behind in the records of those who handle it. */
export interface Story {
  readonly severity: IncidentSeverity;
  readonly offence: IppOffence | null;
  readonly injured: number;
  readonly noticed: string;
  readonly done: readonly [string, string, string];
  readonly responder: { readonly agency: ResponderAgency; readonly ask: string; readonly entry: EntryGround };
  readonly protection: { readonly measure: ProtectionMeasure; readonly ask: string };
  readonly evidence: { readonly kind: EvidenceKind; readonly what: string; readonly place: string };
  readonly damage: { readonly level: DamageLevel; readonly part: string; readonly text: string; readonly cost: number };
  readonly decision: {
    readonly question: string;
    readonly options: readonly string[];
    readonly chosen: string;
    readonly why: string;
    readonly basis: string;
  };
  readonly review: { readonly well: string; readonly badly: string; readonly cause: string };
  readonly lesson: { readonly topic: LessonTopic; readonly seen: string; readonly lesson: string };
  readonly recommended: readonly [string, string];
  readonly headline: string;
  readonly outlook: string;
}
