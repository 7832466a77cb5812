import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { dayOf } from '@chancery/shared/calendar';
import { ClientError } from '@chancery/shared/errors';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
import { Count, Day, State, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';

const CLAIM_BASISS = [
  'STATE_RESPONSIBILITY',
  'HOST_DUTY_OF_PROTECTION',
  'CONTRACT',
  'DOMESTIC_TORT',
  'INSURANCE',
] as const;
/** On what a claim rests. */
export const ClaimBasis = defineEnum('ClaimBasis', 'On what a claim rests.', CLAIM_BASISS, 'a claim basis');
export type ClaimBasis = keyof typeof ClaimBasis;

const CLAIM_STATUSS = ['NOTIFIED', 'UNDER_NEGOTIATION', 'ACCEPTED', 'SETTLED', 'REJECTED', 'WITHDRAWN'] as const;
/** Where a claim stands. */
export const ClaimStatus = defineEnum('ClaimStatus', 'Where a claim stands.', CLAIM_STATUSS, 'a claim status');
export type ClaimStatus = keyof typeof ClaimStatus;

/** A claim for what an incident has cost. */
@Recorded({
  name: 'Claim',
  prefix: 'clm',
  says: 'A claim for what an incident has cost.',
})
export class Claim extends Labelled {
  @OfIncident('claims', 'PROCEEDING', 'Claims that it led to.')
  incident?: Incident | null;

  @Text({ is: 'PROCEEDING', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @State({ is: 'PROCEEDING', says: 'State that claims.', filter: true })
  claimantState!: string;

  @State({ is: 'PROCEEDING', says: 'State against which.', filter: true })
  againstState!: string;

  @Word(ClaimBasis, { is: 'PROCEEDING', says: 'On what it rests.', filter: true })
  basis!: ClaimBasis;

  @Count({ is: 'PROCEEDING', says: 'How much, in units of the currency.', least: 0, order: true, nullable: true })
  amount!: number | null;

  @Text({ is: 'PROCEEDING', says: 'Currency, ISO 4217.', length: 3, nullable: true })
  currency!: string | null;

  @Word(ClaimStatus, { is: 'PROCEEDING', says: 'Where it stands.', filter: true })
  status!: ClaimStatus;

  @Day({ is: 'PROCEEDING', says: 'When it was raised.', order: true })
  notifiedOn!: string;

  @Text({ is: 'PROCEEDING', says: 'What it is for.', searchable: true })
  text!: string;
}

const raiseClaim = create<Claim>()({
  field: 'raiseClaim',
  says: 'Notifies a claim for what an incident has cost.',
  noun: 'claim',
  inputSays: 'A claim. It is labelled for the caller’s State, joined with the incident.',
  about: 'incident',
  sets: {
    incident: {},
    againstState: {},
    basis: {},
    amount: {},
    currency: {},
    text: { max: 8000 },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('raiseClaim'),
  check: ({ amount, currency }) => {
    if ((amount === null) === (currency === null)) return;
    throw new ClientError('INPUT_INVALID', '`amount` and `currency` come together', 'input.currency');
  },
  complete: {
    reference: () => madeReference('CL'),
    claimantState: (_, { viewer: { profile } }) => profile.subject.represents,
    notifiedOn: (_, { viewer: { now } }) => dayOf(now),
  },
});

const advanceClaim = move<Claim>()({
  field: 'advanceClaim',
  says: 'Says that a claim stands elsewhere than before.',
  noun: 'change',
  inputSays: 'Where a claim stands now.',
  to: ['UNDER_NEGOTIATION', 'ACCEPTED', 'SETTLED', 'REJECTED', 'WITHDRAWN'],
  sets: {},
  law: lawOfCommand('advanceClaim'),
});

export const claims = aggregateOf(Claim, {
  one: 'claim',
  many: 'claims',
  states: {
    of: 'status',
    first: 'NOTIFIED',
    moves: {
      NOTIFIED: ['UNDER_NEGOTIATION', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'],
      UNDER_NEGOTIATION: ['ACCEPTED', 'SETTLED', 'REJECTED', 'WITHDRAWN'],
      ACCEPTED: ['SETTLED'],
      SETTLED: [],
      REJECTED: ['UNDER_NEGOTIATION', 'WITHDRAWN'],
      WITHDRAWN: [],
    },
  },
  commands: [raiseClaim, advanceClaim],
});
