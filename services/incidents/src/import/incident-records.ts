import type { Confidence, IncidentType, SiteKind } from '../vocabulary.js';
import type { ExerciseIncident } from './exercise-incidents.js';
import { type IncidentLife, PAST } from './incident-life.js';
import type { IncidentSite } from './match-post.js';
import type { CaseStudy } from './parse-case-studies.js';

/** An incident as it is to be stored, before it has an id. */
export interface IncidentRecord extends IncidentLife {
  readonly handling: string;
  readonly synthetic: boolean;
  readonly reference: string;
  readonly type: IncidentType;
  readonly occurredOn: string;
  readonly city: string;
  readonly sendingState: string | null;
  readonly receivingState: string;
  readonly siteKind: SiteKind;
  readonly fatalities: number | null;
  readonly summary: string;
  readonly legalRules: readonly string[];
  readonly source: string | null;
  readonly confidence: Confidence | null;
  /** Register key of the post; null when none matches. */
  readonly missionKey: string | null;
}

/** The record of a public case study. */
export function recordOfCaseStudy(study: CaseStudy, matchPost: (site: IncidentSite) => string | null): IncidentRecord {
  const missionKey = matchPost({
    sendingState: study.sending_state,
    receivingState: study.receiving_state,
    city: study.city,
    siteKind: study.premises_kind,
  });
  return {
    handling: caseStudyHandling(missionKey),
    synthetic: false,
    reference: study.id,
    type: study.category,
    occurredOn: study.date,
    city: study.city,
    sendingState: study.sending_state,
    receivingState: study.receiving_state,
    siteKind: study.premises_kind,
    fatalities: study.fatalities,
    summary: study.summary,
    legalRules: study.legal_instruments,
    source: study.source,
    confidence: study.confidence,
    missionKey,
    ...PAST,
  };
}

/** The record of an exercise incident. */
export function recordOfExercise(incident: ExerciseIncident): IncidentRecord {
  return {
    handling: incident.handling,
    synthetic: true,
    reference: incident.reference,
    type: incident.type,
    occurredOn: incident.occurredOn,
    city: incident.city,
    sendingState: incident.sendingState,
    receivingState: incident.receivingState,
    siteKind: incident.siteKind,
    fatalities: null,
    summary: incident.summary,
    legalRules: [],
    source: null,
    confidence: null,
    missionKey: incident.mission,
    ...incident.life,
  };
}

// A published account: no limit on who reads it, and the post as the mission concerned when it is known.
function caseStudyHandling(missionKey: string | null): string {
  const missions = missionKey === null ? '' : `;m=${missionKey}`;
  return `l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register${missions};t=public`;
}
