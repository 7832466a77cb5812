import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import { ClientError } from '../../errors.js';
import type { CallContext } from '../reading/call-context.js';

/** Answers an operation only under a context for what it does: one for writing reads nothing, and one for reading writes nothing. */
export function requireAction(): ApolloServerPlugin<CallContext> {
  return {
    requestDidStart: async () => ({
      async didResolveOperation({ contextValue, operation }) {
        const needed = operation?.operation === OperationTypeNode.MUTATION ? 'write' : 'read';
        if (contextValue.viewer.action === needed) return;
        const originalError = new ClientError('CONTEXT_INVALID', 'context is for another action');
        throw new GraphQLError(originalError.message, {
          originalError,
          extensions: { http: { status: originalError.status } },
        });
      },
    }),
  };
}
