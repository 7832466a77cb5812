import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import { ClientError } from '../../errors.js';
import type { CallContext } from '../reading/call-context.js';

/** Answers an operation only under a context for what it does: one for writing reads nothing, and one for reading writes nothing. */
export function requireAction(): ApolloServerPlugin<CallContext> {
  return {
    requestDidStart: async () => ({
      async didResolveOperation({ contextValue, operation }) {
        const writes = operation?.operation === OperationTypeNode.MUTATION;
        if (contextValue.viewer.action !== (writes ? 'write' : 'read')) refuse('context is for another action');
        // The call is one run of one command: of two, one would have to run under the name of the other.
        if (writes && operation.selectionSet.selections.length > 1) refuse('context is for one command');
      },
    }),
  };
}

function refuse(message: string): never {
  const originalError = new ClientError('CONTEXT_INVALID', message);
  throw new GraphQLError(message, { originalError, extensions: { http: { status: originalError.status } } });
}
