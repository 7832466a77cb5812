import { ClientError, InternalError } from '@chancery/shared/errors';
import { execute, GraphQLError, parse } from 'graphql';
import { parseSchema } from '../../schema/parse-schema.js';
import type { Asking } from '../identify/identify.js';
import type { Consultation, Consultations, Consulted } from './consulted.js';
import { nodeOf, nodesOf } from './nodes.js';
import { type Representation, withRecordLinks } from './record-links.js';
import { ruleOf } from './rule-of.js';

/** Answers the gateway's own part of the schema in process: planned, projected and recorded like any other. */
export type LocalSubgraph = (
  asking: Asking,
  text: string,
  variables: Record<string, unknown>,
  consulted: Consulted,
) => Promise<unknown>;

/** `sdl` is the gateway's own SDL as it was composed. */
export function createLocalSubgraph(sdl: string, consultations: Consultations): LocalSubgraph {
  const { schema, linksOf } = withRecordLinks(parseSchema(sdl));
  return async (asking, text, variables, consulted) =>
    execute({
      schema,
      document: parse(text),
      variableValues: asSent(variables),
      rootValue: {
        viewer: viewerOf(asking),
        rule: ruleOf,
        node: nodeOf,
        nodes: nodesOf,
        _entities: ({ representations }: { readonly representations: readonly Representation[] }) =>
          representations.map(linksOf),
        ...consultationsOf(consultations, asking, consulted),
      },
    });
}

/** Values as a service would be sent them: an instant is its text, as the arguments above say, and no Date. */
const asSent = (variables: Record<string, unknown>): Record<string, unknown> => JSON.parse(JSON.stringify(variables));

/** What is asked about records and the ledger, as root fields. */
function consultationsOf(
  { explain, canShare, sight, maySee, recordHistory, receipt, namedPerson }: Consultations,
  asking: Asking,
  consulted: Consulted,
) {
  const field =
    <Arguments>(consult: Consultation<Arguments>) =>
    (question: Arguments) =>
      answered(consult(asking, question, consulted));
  return {
    explain: field(explain),
    canShare: field(canShare),
    sight: field(sight),
    maySee: field(maySee),
    recordHistory: field(recordHistory),
    receipt: field(receipt),
    namedPerson: field(namedPerson),
  };
}

/** A failure in the form in which a subgraph tells it. */
async function answered(answer: Promise<object | null>): Promise<object | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof InternalError) throw new GraphQLError(error.message, { extensions: { code: error.code } });
    if (!(error instanceof ClientError)) throw error;
    const { code, argument, message } = error;
    throw new GraphQLError(message, { extensions: argument === undefined ? { code } : { code, argument } });
  }
}

function viewerOf({ profile, token }: Asking) {
  const { subject } = profile;
  return {
    subject: subject.id,
    nationalities: subject.nationalities,
    compartments: subject.compartments,
    groups: subject.groups,
    tokenExpiresAt: new Date(token.expiresAt).toISOString(),
    represents: subject.represents,
    agency: subject.agency,
    agencyKind: subject.kind,
    purpose: profile.purpose,
    purposes: token.purposes,
    caseId: profile.caseId,
    clipped: token.clipped,
    clearances: subject.clearances.map(({ policy, rank }) => ({ policy, rank })),
  };
}
