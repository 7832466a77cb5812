import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import type { Log } from '../../log.js';
import type { CallContext } from '../reading/call-context.js';
import type { HandlingTable } from '../visibility/handling-table.js';
import { answerExtensions } from './answer-extensions.js';
import { createErrorFormat } from './error-format.js';
import type { FederatedSchema } from './federated-schema.js';
import { requireAction } from './require-action.js';

/** What executes the operations of a subgraph: it tells nothing about itself, and has no page. */
export function createGraphqlServer(
  { schema }: FederatedSchema,
  handlings: HandlingTable,
  log: Log,
): ApolloServer<CallContext> {
  const tell = (line: unknown): void => log({ event: 'server', message: String(line) });
  return new ApolloServer<CallContext>({
    schema,
    introspection: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    formatError: createErrorFormat(log),
    // The signed context is a header that no page can make a browser send.
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    logger: { debug() {}, info() {}, warn: (line) => tell(line), error: (line) => tell(line) },
    plugins: [requireAction(), answerExtensions(handlings), ApolloServerPluginInlineTraceDisabled()],
  });
}
