import type { Answer } from '../e2e/answer.js';

/** Somebody who sends documents to the gateway. */
export interface Asker {
  query(document: string, variables?: Record<string, unknown>): Promise<Answer>;
}

/** An asker with a token, or with none. */
export function createAsker(gatewayUrl: string, token: string | null, headers: Record<string, string> = {}): Asker {
  return {
    async query(document, variables = {}) {
      const response = await fetch(`${gatewayUrl}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        body: JSON.stringify({ query: document, variables }),
      });
      const text = await response.text();
      return { status: response.status, text, body: JSON.parse(text) };
    },
  };
}
