/**
 * urql before Chancery: one client, and with it one cache, for each token, purpose and case; by POST alone. `extensions` come with
 * each result. Run with @urql/core 6.0; docs/clients.md says why.
 */
import { Client, cacheExchange, fetchExchange } from '@urql/core';

const clients = new Map();

/** The client of a profile. A value read for one purpose must not be served from memory for another: that reading is on no ledger. */
export function urqlFor(url, { token, purpose, caseId }) {
  const key = JSON.stringify([url, token, purpose, caseId]);
  if (!clients.has(key)) {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(purpose ? { 'chancery-purpose': purpose } : {}),
      ...(caseId ? { 'chancery-case': caseId } : {}),
    };
    clients.set(
      key,
      new Client({
        url,
        preferGetMethod: false,
        exchanges: [cacheExchange, fetchExchange],
        fetchOptions: { headers },
      }),
    );
  }
  return clients.get(key);
}
