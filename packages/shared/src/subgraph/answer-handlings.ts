import type { ApolloServerPlugin } from '@apollo/server';
import type { CallContext } from './call-context.js';
import type { HandlingTable } from './handling-table.js';

/** Puts the text of each handling in an answer into `extensions.handlings`. */
export function answerHandlings(handlings: HandlingTable): ApolloServerPlugin<CallContext> {
  return {
    requestDidStart: async () => ({
      async willSendResponse({ contextValue, response }) {
        if (response.body.kind !== 'single') return;
        const texts: Record<string, string> = {};
        for (const id of contextValue.usedHandlings) {
          const handling = handlings.byId(id);
          // One that is missing here is denied by the gateway.
          if (handling !== undefined) texts[id] = handling.text;
        }
        if (Object.keys(texts).length === 0) return;
        const { singleResult } = response.body;
        singleResult.extensions = { ...singleResult.extensions, handlings: texts };
      },
    }),
  };
}
