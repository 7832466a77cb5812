import { Category } from '@chancery/shared/schema/decorators';
import { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { type Incident, incidents } from '../incident.js';
import { ReportIncidentInput } from './report-incident.input.js';
import { reportIncident } from './report-incident.js';
import { ReportIncidentPayload } from './report-incident.payload.js';

/** The command that makes an incident. */
@Resolver(() => ReportIncidentPayload)
export class ReportIncidentResolver {
  // Nullable: of several commands in one document, one that fails must not take the answers of the others with it.
  @Mutation(() => ReportIncidentPayload, { nullable: true, description: 'Reports an incident at a post.' })
  @Category('EXISTENCE')
  async reportIncident(
    @Ctx() context: CallContext,
    @Arg('input', () => ReportIncidentInput) input: ReportIncidentInput,
  ): Promise<ReportIncidentPayload> {
    return new ReportIncidentPayload(await reportIncident(context, input));
  }

  // Apart from the command: that its record cannot be read must not look as if it had not been made.
  @FieldResolver()
  incident(@Ctx() context: CallContext, @Root() { recordId }: ReportIncidentPayload): Promise<Incident | null> {
    return incidents.rows.load(context, recordId);
  }
}
