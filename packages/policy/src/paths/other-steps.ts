import { meetsControl } from '@chancery/shared/clearance/dominance';
import type { Clearance } from '@chancery/shared/subjects/subject';
import { AGENCY_KINDS, PURPOSES, type Purpose } from '@chancery/shared/vocabulary';
import { isTransitNotice } from '../facts/speaks-for.js';
import { type AskedValue, otherwise, type SupposedStep, takenBack } from './asked-value.js';

/** Days on which a supposed clearance was given, and briefed on, and its agreement signed. */
const LONG_SINCE = '1970-01-01';
/** Cases that are tried: of those assigned. */
const CASES_MAX = 4;

/** The other purposes for which a value could be asked for. */
export const purposeSteps = ({ profile }: AskedValue, assigned: readonly Purpose[]): readonly SupposedStep[] =>
  PURPOSES.filter((purpose) => purpose !== profile.purpose).map((purpose) =>
    otherwise({ step: 'PURPOSE', purpose, assigned: assigned.includes(purpose) }, (made) => ({ ...made, purpose })),
  );

/** The other kinds of agency of the same State that could ask. */
export const kindSteps = ({ profile }: AskedValue): readonly SupposedStep[] =>
  AGENCY_KINDS.filter((kind) => kind !== profile.subject.kind).map((kind) =>
    otherwise({ step: 'AGENCY_KIND', kind }, (made) => ({ ...made, subject: { ...made.subject, kind } })),
  );

/** The other cases that whoever made a record has assigned somebody to. */
export function caseSteps({ profile, view }: AskedValue): readonly SupposedStep[] {
  const assigned = view.snapshot.acts.filter((act) => act.kind === 'ASSIGNMENT' || isTransitNotice(act));
  const cases = new Set(assigned.flatMap(({ scope }) => [...scope.keys, ...scope.missions]));
  return [...cases]
    .filter((caseId) => caseId !== profile.caseId && caseId !== '*')
    .slice(0, CASES_MAX)
    .map((caseId) => otherwise({ step: 'CASE', caseId }, (made) => ({ ...made, caseId })));
}

/** The clearances and read-ins that a label asks for and the subject has not. */
export function attributeSteps({ handling: { label }, profile }: AskedValue): readonly SupposedStep[] {
  const ranks = [...label.ranks].filter(([, rank]) => rank > 0);
  const cleared = ranks.map(([policy, rank]) => {
    const clearance: Clearance = { policy, rank, briefedAt: LONG_SINCE, ndaAt: LONG_SINCE, until: null };
    return otherwise({ step: 'CLEARANCE', policy, rank }, (made) => ({
      ...made,
      subject: { ...made.subject, clearances: [...made.subject.clearances, clearance] },
    }));
  });
  const missing = [...label.compartments].filter((each) => !meetsControl(profile.subject, each));
  const readIn = missing.map((compartment) =>
    otherwise({ step: 'COMPARTMENT', compartment }, (made) => ({
      ...made,
      subject: { ...made.subject, compartments: [...made.subject.compartments, compartment].sort() },
    })),
  );
  return [...cleared, ...readIn];
}

/** The refusals in force that could be taken back. */
export const revocationSteps = ({ view }: AskedValue): readonly SupposedStep[] =>
  view.snapshot.acts
    .filter(({ kind, revokedAt }) => kind === 'CONSENT_REFUSAL' && revokedAt === null)
    .map(({ id, v, kind, by }) =>
      takenBack(
        { step: 'REVOCATION', act: kind, id: `${id}@${v}`, by: { represents: by.represents, offices: [by.office] } },
        id,
      ),
    );
