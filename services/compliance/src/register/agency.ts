import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { AGENCY_KINDS } from '@chancery/shared/vocabulary';
import { State } from './state.js';

/** Kind of an agency. */
export const AgencyKind = defineEnum('AgencyKind', 'Kind of an agency.', AGENCY_KINDS, 'a kind of agency');
export type AgencyKind = keyof typeof AgencyKind;

/** An agency that is known by name: which, of whom, and what kind of agency it is; that it stands here lets nobody in. */
@Recorded({
  name: 'Agency',
  prefix: 'agy',
  says: 'An agency that is known by name: which, of whom, and what kind of agency it is; that it stands here lets nobody in.',
})
export class Agency extends Labelled {
  @Text({
    is: 'PUBLIC_FACT',
    says: 'Code by which tokens, acts and entries name it, USA.diplomatic-security.',
    length: 100,
    filter: true,
    order: true,
  })
  reference!: string;

  @Text({ is: 'PUBLIC_FACT', says: 'Name in English.', length: 200, filter: true, order: true })
  name!: string;

  @Text({ is: 'PUBLIC_FACT', says: 'State or organisation that it acts for.', length: 32, filter: true })
  party!: string;

  @Link(() => State, {
    is: 'PUBLIC_FACT',
    says: 'The State that it acts for; none of an organisation.',
    filter: true,
    inverse: { field: 'agencies', is: 'EXISTENCE', says: 'Its agencies, as far as they are known by name.' },
  })
  state?: State | null;

  @Word(AgencyKind, { is: 'PUBLIC_FACT', says: 'Kind, by which the law tells one from another.', filter: true })
  kind!: AgencyKind;
}

export const agencies = aggregateOf(Agency, { one: 'agency', many: 'agencies', noun: 'agency', nouns: 'agencies' });
