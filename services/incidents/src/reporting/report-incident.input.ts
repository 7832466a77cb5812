import { Category } from '@chancery/shared/schema/decorators';
import { LocalDate, StateCode } from '@chancery/shared/schema/scalars';
import { CountTo, IdempotencyKey, IdsTo, Written } from '@chancery/shared/subgraph/writing/check-input';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Confidence, IncidentType, SiteKind } from '../vocabulary.js';

const CITY_MAX = 200;
const SUMMARY_MAX = 4000;
const FATALITIES_MAX = 1_000_000;
const SOURCES_MAX = 20;

/** What somebody reports. Who reports it, which States are concerned and how it is labelled are no part of it. */
@InputType({
  description:
    'An incident at a post. The caller is its originator; its label is that of the caller’s State, joined with those that it comes from.',
})
export class ReportIncidentInput {
  @Field(() => String, { description: 'Your own name for this report, 8 to 64 characters: the same key is run once.' })
  @Category('EXISTENCE')
  @IdempotencyKey()
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The post.' })
  @Category('INCIDENT_FACT')
  mission!: string;

  @Field(() => IncidentType, { description: 'What happened.' })
  @Category('INCIDENT_FACT')
  type!: IncidentType;

  @Field(() => LocalDate, { description: 'Day it began.' })
  @Category('INCIDENT_FACT')
  occurredOn!: string;

  @Field(() => String, { description: `City, at most ${CITY_MAX} characters.` })
  @Category('INCIDENT_FACT')
  @Written(CITY_MAX)
  city!: string;

  @Field(() => StateCode, {
    nullable: true,
    description: 'State where it happened: for a post that is accredited to several, which of them.',
  })
  @Category('INCIDENT_FACT')
  receivingState?: string | null;

  @Field(() => SiteKind, { description: 'Kind of place.' })
  @Category('INCIDENT_FACT')
  siteKind!: SiteKind;

  @Field(() => Int, { nullable: true, description: 'Deaths, where known.' })
  @Category('INCIDENT_FACT')
  @CountTo(FATALITIES_MAX)
  fatalities?: number | null;

  @Field(() => String, { description: `Short account, at most ${SUMMARY_MAX} characters.` })
  @Category('INCIDENT_FACT')
  @Written(SUMMARY_MAX)
  summary!: string;

  @Field(() => Confidence, { nullable: true, description: 'How sure the account is.' })
  @Category('INCIDENT_FACT')
  confidence?: Confidence | null;

  @Field(() => Boolean, { nullable: true, description: 'Made for an exercise, not a real report.' })
  @Category('EXISTENCE')
  synthetic?: boolean | null;

  @Field(() => [ID], {
    nullable: true,
    description: `Incidents that the account is drawn from, at most ${SOURCES_MAX}: it is labelled no lower than any of them.`,
  })
  @Category('EXISTENCE')
  @IdsTo(SOURCES_MAX)
  derivedFrom?: string[] | null;
}
