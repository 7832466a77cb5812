import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { InteragencyProtocol } from '../agreements/interagency-protocol.js';
import type { PartnerArrangement } from '../agreements/partner-arrangement.js';
import type { SharingAgreement } from '../agreements/sharing-agreement.js';
import type { ConstraintRule, ConstraintTopic, HostLegalConstraint } from '../host/host-legal-constraint.js';
import { type ExerciseCase, keptFor, rowOf } from './exercise-case.js';
import { PUBLISHED } from './published.js';

const PARTNER = 'GBR';

/** One agreement for each two States of the posts. */
export function sharingRows(cases: readonly ExerciseCase[]): ImportedRow<SharingAgreement>[] {
  const pairs = new Map(cases.map((of) => [`${of.sendingState}-${of.receivingState}`, of]));
  return [...pairs].map(([pair, of], place) => ({
    handling: keptFor(of, of.receivingState),
    synthetic: true,
    reference: `SA-${pair}`,
    kind: place % 3 === 0 ? ('MLAT' as const) : ('GSA' as const),
    parties: [of.sendingState, of.receivingState].sort(),
    levelCap: place % 3 === 0 ? null : 'SECRET',
    thirdPartyRule: place % 3 === 0 ? ('FORBIDDEN' as const) : ('ORIGINATOR_CONSENT' as const),
    validFrom: of.dayBefore(2000 + place),
    validTo: null,
  }));
}

/** What partners do for each other at one place. */
export function arrangementRows(cases: readonly ExerciseCase[]): ImportedRow<PartnerArrangement>[] {
  const partnered = cases.filter(
    ({ sendingState, receivingState }) => ![sendingState, receivingState].includes(PARTNER),
  );
  return partnered.map((of) => ({
    ...rowOf(of, 'PA', PARTNER),
    partner: PARTNER,
    scope: ['Shelter for staff', 'Seats on evacuation transport', 'Warnings to nationals'],
    isMutualAid: of.index % 4 !== 3,
    partnerLeads: of.index % 5 === 0,
    validFrom: of.dayBefore(700 + of.index),
    validTo: of.index % 6 === 0 ? of.dayBefore(-60) : null,
  }));
}

/** How posts and authorities of the host speak with each other in an emergency. */
export function protocolRows(cases: readonly ExerciseCase[]): ImportedRow<InteragencyProtocol>[] {
  return cases.map((of) => ({
    ...rowOf(of, 'IP', of.receivingState),
    parties: [`RSO-${of.key}`, `MFA-${of.receivingState}`, `POL-${of.receivingState}`],
    trigger: 'An attack on the post, or a fire in it.',
    channels: ['Telephone of the duty officer', 'Radio of the close protection unit', 'Note verbale'],
    dataCategories: ['INCIDENT_FACT', 'RESPONSE_REQUEST', 'PREMISES_PERIMETER'],
    answerMinutes: 10 + (of.index % 3) * 5,
    triedOn: of.index % 3 === 0 ? null : of.dayBefore(90 + of.index),
  }));
}

const TOPICS: readonly { topic: ConstraintTopic; rule: ConstraintRule; text: string; legalBasis: string }[] = [
  {
    topic: 'RADIO',
    rule: 'CONSENT_NEEDED',
    text: 'A wireless transmitter is installed and used with the consent of the receiving State alone.',
    legalBasis: 'VCDR 27(1)',
  },
  {
    topic: 'WEAPONS',
    rule: 'CONSENT_NEEDED',
    text: 'Guards bear arms on the terms that the receiving State sets.',
    legalBasis: 'VCDR 41(1); host law, made up for the demonstration',
  },
  {
    topic: 'CCTV_PUBLIC',
    rule: 'FORBIDDEN',
    text: 'Cameras of a post do not record the public road.',
    legalBasis: 'VCDR 41(1); host law, made up for the demonstration',
  },
];

/** What host law lets posts do, State by State. */
export function constraintRows(cases: readonly ExerciseCase[]): ImportedRow<HostLegalConstraint>[] {
  const hosts = [...new Set(cases.map(({ receivingState }) => receivingState))].sort();
  return hosts.flatMap((country) =>
    TOPICS.map((topic) => ({
      handling: PUBLISHED,
      synthetic: true,
      reference: `HC-${country}-${topic.topic}`,
      country,
      ...topic,
    })),
  );
}
