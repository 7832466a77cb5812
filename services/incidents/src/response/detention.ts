import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Link, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';
import { Mission } from '../references.js';

const WISHES = ['NOT_DECIDED', 'REQUESTED', 'OPPOSED'] as const;
/** What a detained person has decided of the notice to the post of its State, VCCR 36(1)(b). */
export const ConsularWish = defineEnum(
  'ConsularWish',
  'What a detained person has decided of the notice to the post of its State, VCCR 36(1)(b).',
  WISHES,
  'a wish',
);
export type ConsularWish = keyof typeof ConsularWish;

/**
 * That authorities of the host hold a national of the sending State, as far as its post has to do with it (VCCR 36). What the person wished is also a mark of
 * the record, by which the notice is owed; who the person is stands in no field of it.
 */
@Recorded({
  name: 'Detention',
  prefix: 'det',
  says: 'That authorities of the host hold a national of the sending State, as far as its post has to do with it (VCCR 36).',
  rules: [`(requested_at is null) = (wish <> 'REQUESTED')`, 'released_at >= detained_at', 'notified_at >= detained_at'],
})
export class Detention extends Labelled {
  @Text({ is: 'DETENTION', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @OfIncident('detentions', 'DETENTION', 'Who was detained for it.')
  incident?: Incident | null;

  @Link(() => Mission, {
    is: 'DETENTION',
    says: 'The post of the State of the person.',
    filter: true,
    inverse: { field: 'detentions', is: 'EXISTENCE', says: 'Nationals whom authorities of the host hold.' },
  })
  mission?: Mission | null;

  @Text({ is: 'DETENTION', says: 'Authority that holds the person.' })
  authority!: string;

  @Text({ is: 'DETENTION', says: 'Where.', nullable: true })
  place!: string | null;

  @Moment({ is: 'DETENTION', says: 'Since when.', filter: true, order: true })
  detainedAt!: Date;

  @Moment({ is: 'DETENTION', says: 'When the person was told of the right to have the post informed.', nullable: true })
  rightsInformedAt!: Date | null;

  @Word(ConsularWish, { is: 'DETENTION', says: 'What the person decided.', filter: true })
  wish!: ConsularWish;

  @Moment({ is: 'DETENTION', says: 'When the person asked for the notice.', nullable: true })
  requestedAt!: Date | null;

  @Moment({ is: 'DETENTION', says: 'When the post was told.', nullable: true, filter: true })
  notifiedAt!: Date | null;

  @Moment({ is: 'DETENTION', says: 'When the person was let go.', nullable: true })
  releasedAt!: Date | null;
}

export const detentions = aggregateOf(Detention, {
  one: 'detention',
  many: 'detentions',
  noun: 'detention',
  nouns: 'detentions',
  watched: { posts: 'mission', types: ['incident.type'] },
});
