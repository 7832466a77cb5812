import { defineEnum } from '@chancery/shared/schema/define-enum';
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

const DETAINED = ['NATIONAL', 'CONSULAR_OFFICER', 'CONSULAR_EMPLOYEE', 'HONORARY_OFFICER'] as const;
/** Who is held: a national (VCCR 36), or a member of a consular post (VCCR 41 to 43). A diplomatic agent is liable to no form of arrest (VCDR 29). */
export const DetainedPerson = defineEnum(
  'DetainedPerson',
  'Who is held: a national (VCCR 36), or a member of a consular post (VCCR 41 to 43). A diplomatic agent is liable to no form of arrest (VCDR 29).',
  DETAINED,
  'who is held',
);
export type DetainedPerson = keyof typeof DetainedPerson;

/**
 * That authorities of the host hold a national of the sending State, as far as its post has to do with it (VCCR 36). What the person wished is also a mark of
 * the record, by which the notice is owed; who the person is stands in no field of it.
 */
@Recorded({
  name: 'Detention',
  prefix: 'det',
  says: 'That authorities of the host hold a national of the sending State, as far as its post has to do with it (VCCR 36).',
  rules: [
    `(requested_at is null) = (wish <> 'REQUESTED')`,
    `wish = 'NOT_DECIDED' or rights_informed_at is not null`,
    'rights_informed_at >= detained_at',
    'notified_at >= detained_at',
    'access_granted_at >= detained_at',
    'forwarded_at >= detained_at',
    'released_at >= detained_at',
  ],
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

  @Word(DetainedPerson, { is: 'DETENTION', says: 'Who is held, as far as the law asks.', filter: true })
  concerns!: DetainedPerson;

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

  @Text({
    is: 'DETENTION',
    says: 'By what the post was told: the wish of the person, VCCR 42, or the agreement that wants it.',
    nullable: true,
  })
  noticeBasis!: string | null;

  @Moment({ is: 'DETENTION', says: 'When the post was first let in to the person (VCCR 36(1)(c)).', nullable: true })
  accessGrantedAt!: Date | null;

  @Moment({
    is: 'DETENTION',
    says: 'When a message of the person to the post was last passed on (VCCR 36(1)(b)).',
    nullable: true,
  })
  forwardedAt!: Date | null;

  @Moment({ is: 'DETENTION', says: 'When the person was let go.', nullable: true })
  releasedAt!: Date | null;
}
