/**
 * Apollo Client 4 before Chancery: one client, and with it one cache, for each token, purpose and case, and a link that keeps what
 * Apollo drops. Run with @apollo/client 4.3 and rxjs 7; docs/clients.md says why.
 */
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { tap } from 'rxjs';

const clients = new Map();

/** The client of a profile. A value read for one purpose must not be served from memory for another: that reading is on no ledger. */
export function apolloFor(uri, { token, purpose, caseId }) {
  const key = JSON.stringify([uri, token, purpose, caseId]);
  if (!clients.has(key)) clients.set(key, createClient(uri, { token, purpose, caseId }));
  return clients.get(key);
}

/** Forgets every client of a token: when it ends, and when its holder logs out. */
export function forget(token) {
  for (const [key, { client }] of clients) {
    if (JSON.parse(key)[1] !== token) continue;
    client.stop();
    clients.delete(key);
  }
}

function createClient(uri, { token, purpose, caseId }) {
  const answers = new Map();
  const keep = new ApolloLink((operation, forward) =>
    forward(operation).pipe(tap((answer) => answers.set(answerKey(operation), answer))),
  );
  const http = new HttpLink({
    uri,
    headers: {
      authorization: `Bearer ${token}`,
      ...(purpose ? { 'chancery-purpose': purpose } : {}),
      ...(caseId ? { 'chancery-case': caseId } : {}),
    },
  });
  return {
    client: new ApolloClient({ link: ApolloLink.from([keep, http]), cache: new InMemoryCache() }),
    /** The last answer to an operation, `extensions` and all: what `withheldAt` asks for. */
    answerTo: (operationName, variables = {}) => answers.get(answerKey({ operationName, variables })) ?? null,
  };
}

const answerKey = ({ operationName, variables }) => JSON.stringify([operationName ?? null, variables]);
