/**
 * Relay before Chancery: one environment, and with it one store, for each token, purpose and case, and a network that keeps the
 * `extensions` of each answer. Run with relay-runtime 21.0; docs/clients.md says why.
 */
import relay from 'relay-runtime';

const { Environment, Network, RecordSource, Store } = relay;
const environments = new Map();

/** The environment of a profile. A value read for one purpose must not be served from memory for another: that reading is on no ledger. */
export function relayFor(url, { token, purpose, caseId }) {
  const key = JSON.stringify([url, token, purpose, caseId]);
  if (!environments.has(key)) environments.set(key, createEnvironment(url, { token, purpose, caseId }));
  return environments.get(key);
}

function createEnvironment(url, { token, purpose, caseId }) {
  const answers = new Map();
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
    authorization: `Bearer ${token}`,
    ...(purpose ? { 'chancery-purpose': purpose } : {}),
    ...(caseId ? { 'chancery-case': caseId } : {}),
  };
  const network = Network.create(async ({ name, text }, variables) => {
    const body = JSON.stringify({ query: text, operationName: name, variables });
    const answer = await (await fetch(url, { method: 'POST', headers, body })).json();
    answers.set(JSON.stringify([name, variables]), answer);
    // Relay throws on `errors` beside data unless it is told that null is meant; a withheld value is no error.
    return answer;
  });
  return {
    environment: new Environment({ network, store: new Store(new RecordSource()) }),
    /** The last answer to a query, `extensions` and all: what `withheldAt` asks for. */
    answerTo: (name, variables = {}) => answers.get(JSON.stringify([name, variables])) ?? null,
  };
}
