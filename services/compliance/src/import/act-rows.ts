import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { JurisdictionDetermination } from '../acts/jurisdiction-determination.js';
import type { Mandate } from '../acts/mandate.js';
import type { ReleaseDecision, ReleaseOutcome } from '../acts/release-decision.js';
import type { WaivedImmunity, Waiver } from '../acts/waiver.js';
import type { PersonaNonGrata } from '../host/persona-non-grata.js';
import { type ExerciseCase, rowOf } from './exercise-case.js';

const PROTECTOR = 'CHE';
const PARTNER = 'GBR';
const IMMUNITIES: readonly WaivedImmunity[] = ['CRIMINAL_JURISDICTION', 'TESTIMONY', 'CIVIL_JURISDICTION', 'EXECUTION'];
const OUTCOMES: readonly ReleaseOutcome[] = ['RELEASED', 'TEARLINE_ONLY', 'REFUSED'];

const every =
  (step: number) =>
  ({ index }: ExerciseCase): boolean =>
    index % step === 0;

/** Waivers of sending States, told to the host that they are made to. */
export function waiverRows(cases: readonly ExerciseCase[]): ImportedRow<Waiver>[] {
  return cases.filter(every(2)).map((of) => {
    const scope = IMMUNITIES[(of.index / 2) % IMMUNITIES.length] ?? 'TESTIMONY';
    return {
      ...rowOf(of, 'WV', of.receivingState),
      issuer: of.sendingState,
      office: 'FOREIGN_MINISTRY',
      holderRole: `ADM-${of.key}`,
      scope,
      isExpress: true,
      isWritten: true,
      coversExecution: scope === 'EXECUTION',
      madeAt: of.before(60 + of.index),
    };
  });
}

/** Who may judge, as host and sending State have settled it. */
export function jurisdictionRows(cases: readonly ExerciseCase[]): ImportedRow<JurisdictionDetermination>[] {
  return cases.filter(every(3)).map((of) => ({
    ...rowOf(of, 'JD', of.receivingState),
    forum: of.index % 2 === 0 ? ('SENDING_STATE' as const) : ('NONE_WHILE_IMMUNE' as const),
    isOfficialAct: of.index % 2 === 0 ? true : null,
    decider: `MFA-${of.sendingState}`,
    legalBasis: of.index % 2 === 0 ? 'VCDR 31(1), 31(4)' : 'VCDR 31(1), 39(2)',
    determinedOn: of.dayBefore(45 + of.index),
  }));
}

/** Mandates of protecting States. */
export function mandateRows(cases: readonly ExerciseCase[]): ImportedRow<Mandate>[] {
  const mandated = cases.filter(
    (of) => every(4)(of) && of.sendingState !== PROTECTOR && of.receivingState !== PROTECTOR,
  );
  return mandated.map((of) => ({
    ...rowOf(of, 'MD', of.receivingState, PROTECTOR),
    grantor: of.sendingState,
    protector: PROTECTOR,
    receivingState: of.receivingState,
    scope: ['Consular assistance to nationals', 'Custody of premises and archives should relations be broken off'],
    validFrom: of.dayBefore(400 + of.index),
    validTo: of.index % 8 === 0 ? null : of.dayBefore(-330),
  }));
}

/** What was asked for, and what became of it. */
export function releaseRows(cases: readonly ExerciseCase[]): ImportedRow<ReleaseDecision>[] {
  return cases.filter(every(2)).map((of) => {
    const outcome = OUTCOMES[(of.index / 2) % OUTCOMES.length] ?? 'REFUSED';
    return {
      // That something was refused is not told to whom it was refused.
      ...rowOf(of, 'RD', ...(outcome === 'REFUSED' ? [PARTNER] : [of.receivingState])),
      originator: of.sendingState,
      recipient: of.receivingState,
      outcome,
      subject: 'Assessment of the approaches to the post in the coming month.',
      legalBasis:
        outcome === 'REFUSED' ? 'Originator has not consented' : 'Consent of the originator, duty of VCDR 22(2)',
      decidedAt: of.before(20 + of.index),
    };
  });
}

/** Members of posts whom hosts have declared not acceptable; why is owed to nobody (VCDR 9(1)). */
export function nonGrataRows(cases: readonly ExerciseCase[]): ImportedRow<PersonaNonGrata>[] {
  return cases.filter(every(5)).map((of) => ({
    ...rowOf(of, 'NG', of.receivingState),
    holderRole: `ATT-${of.key}`,
    declaredBy: of.receivingState,
    notifiedAt: of.before(30 + of.index),
    leaveBy: of.index % 2 === 0 ? of.before(27 + of.index) : null,
    withdrawnOn: of.index % 10 === 0 ? of.before(10) : null,
  }));
}
