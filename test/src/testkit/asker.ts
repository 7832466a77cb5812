import { ERROR_EXTENSIONS, EXTENSIONS } from '@chancery/gateway/respond/extensions-shape';
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
      const body = JSON.parse(text);
      // Whatever is asked in these tests, the answer is as clients are told it is.
      EXTENSIONS.parse(body.extensions ?? {});
      for (const { extensions } of body.errors ?? []) ERROR_EXTENSIONS.parse(extensions);
      return { status: response.status, text, body };
    },
  };
}
