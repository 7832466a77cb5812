import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { Decision } from '../../decision/decision.js';
import type { DiplomaticNote } from '../../decision/diplomatic-note.js';
import type { Meeting } from '../../decision/meeting.js';
import type { SituationReport } from '../../situation/situation-report.js';
import type { SituationUpdate } from '../../situation/situation-update.js';
import { handlingOf } from './chapter-handling.js';
import type { ExerciseCase } from './exercise-case.js';

/** The situation report of each incident. */
export function reportRows(cases: readonly ExerciseCase[]): ImportedRow<SituationReport>[] {
  return cases.map((of) => ({
    handling: handlingOf(of, 'PARTNERS'),
    synthetic: true,
    incident: of.id,
    reference: `SR-${of.number}-1`,
    number: Number(of.number),
    kind: of.pick(['SITUATION_INFORMATION', 'FIELD_OBSERVATION'] as const, 'kind'),
    country: of.receiving,
    periodStartsAt: of.at(0),
    periodEndsAt: of.at(180),
    confidence: of.pick(['HIGHLY_CONFIDENT', 'SOMEWHAT_CONFIDENT'] as const, 'confidence'),
    headline: of.story.headline,
    body: `${of.story.noticed} ${of.story.done.join(' ')}`,
    outlook: of.story.outlook,
    authorRole: of.holder('RSO'),
  }));
}

/** What changed between the reports. */
export function updateRows(cases: readonly ExerciseCase[]): ImportedRow<SituationUpdate>[] {
  return cases.flatMap((of) =>
    of.story.done.slice(1).map(
      (text, index): ImportedRow<SituationUpdate> => ({
        handling: handlingOf(of, 'PARTNERS'),
        synthetic: true,
        incident: of.id,
        reference: `U-${of.number}-${index + 1}`,
        at: of.at(30 + 40 * index),
        text,
        authorRole: of.holder('RSO'),
      }),
    ),
  );
}

/** What had to be decided, and on what ground it was. */
export function decisionRows(cases: readonly ExerciseCase[]): ImportedRow<Decision>[] {
  return cases.map((of) => {
    const { question, options, chosen, why, basis } = of.story.decision;
    return {
      handling: handlingOf(of, 'PARTNERS'),
      synthetic: true,
      incident: of.id,
      reference: `DC-${of.number}-1`,
      question,
      options: [...options],
      chosen,
      rationale: why,
      legalBasis: basis,
      decidedByRole: of.holder('HOM'),
      decidedAt: of.at(33),
      reviewAt: of.at(213),
    };
  });
}

/** The meeting that each incident was spoken of in. */
export function meetingRows(cases: readonly ExerciseCase[]): ImportedRow<Meeting>[] {
  return cases.map((of) => ({
    handling: handlingOf(of, 'OWN'),
    synthetic: true,
    incident: of.id,
    reference: `MT-${of.number}-1`,
    body: of.pick(['EMERGENCY_ACTION_COMMITTEE', 'CRISIS_CELL'] as const, 'body'),
    heldAt: of.at(150),
    chairRole: of.holder('HOM'),
    agenda: ['What is known', of.story.decision.question, 'What the host is asked for'],
    actions: [`RSO: ${of.story.recommended[0]}`, 'POL: tell the ministry of the host what was decided.'],
    attendance: of.pick([6, 8, 11], 'attendance'),
  }));
}

/** The note of each post to the host, and of some the answer. */
export function noteRows(cases: readonly ExerciseCase[]): ImportedRow<DiplomaticNote>[] {
  return cases.flatMap((of, index): ImportedRow<DiplomaticNote>[] => {
    const { sending, receiving } = of;
    const year = of.at(0).getUTCFullYear();
    const common = { synthetic: true, mission: of.mission, incident: of.id };
    const note: ImportedRow<DiplomaticNote> = {
      ...common,
      handling: handlingOf(of, 'HOST'),
      reference: `NV ${of.number}/${year}`,
      kind: 'NOTE_VERBALE',
      fromState: sending,
      toState: receiving,
      sentAt: of.at(1440),
      subject: 'Protection of the premises of the mission',
      text: `The Embassy presents its compliments and has the honour to inform the Ministry of the incident that began on ${of.incident.occurredOn}. ${of.story.protection.ask}`,
    };
    if (index % 2 === 1) return [note];
    const answer: ImportedRow<DiplomaticNote> = {
      ...common,
      handling: handlingOf(of, 'FROM_HOST'),
      reference: `MFA ${of.number}/${year}`,
      kind: 'NOTE_VERBALE',
      fromState: receiving,
      toState: sending,
      sentAt: of.at(4320),
      subject: 'Protection of the premises of the mission: reply',
      text: 'The Ministry presents its compliments and has the honour to state that the competent authorities have taken note and act accordingly.',
    };
    return [note, answer];
  });
}
