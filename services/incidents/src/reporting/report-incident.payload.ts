import { Category, Handled } from '@chancery/shared/schema/decorators';
import { Field, ObjectType } from 'type-graphql';
import { Incident } from '../incident.js';

/** What a report comes to. */
@ObjectType({ description: 'What a report came to.' })
@Handled('PARENT')
export class ReportIncidentPayload {
  /** Of the incident; no field of the schema. */
  readonly recordId: string;

  @Field(() => Incident, { nullable: true, description: 'The incident, as this caller sees it now.' })
  @Category('EXISTENCE')
  incident?: Incident | null;

  constructor(recordId: string) {
    this.recordId = recordId;
  }
}
