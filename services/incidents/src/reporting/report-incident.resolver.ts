import { Category } from '@chancery/shared/schema/decorators';
import { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { incidents } from '../incident.js';
import { ReportIncidentInput } from './report-incident.input.js';
import { reportIncident } from './report-incident.js';
import { ReportIncidentPayload } from './report-incident.payload.js';

/** The command that makes an incident. */
@Resolver()
export class ReportIncidentResolver {
  // Nullable: of several commands in one document, one that fails must not take the answers of the others with it.
  @Mutation(() => ReportIncidentPayload, { nullable: true, description: 'Reports an incident at a post.' })
  @Category('EXISTENCE')
  async reportIncident(
    @Ctx() context: CallContext,
    @Arg('input', () => ReportIncidentInput) input: ReportIncidentInput,
  ): Promise<ReportIncidentPayload> {
    const id = await reportIncident(context, input);
    return { incident: await incidents.rows.load(context, id) };
  }
}
