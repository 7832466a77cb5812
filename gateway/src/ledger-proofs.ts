import { KEPT_ANSWER_BYTES_MAX } from '@chancery/ledger/said/kept-answer';
import { ClientError, InternalError } from '@chancery/shared/errors';
import { askNotary } from './ask-notary.js';
import { type Gateway, handleRequest } from './handle-request.js';
import { verifyCaller } from './stages/identify/identify.js';
import { type GatewayRequest, type GatewayResponse, textOf } from './stages/receive/request.js';
import { refusal } from './stages/respond/refusal.js';

/** What is asked of the notary, by the path below `/ledger`; the name of the operation stands in the entry. */
export const LEDGER_PATHS = {
  checkpoint: 'LedgerCheckpoint',
  proof: 'LedgerProof',
  consistency: 'LedgerConsistency',
  values: 'LedgerValues',
  minimum: 'LedgerMinimum',
} as const;
export type LedgerPath = keyof typeof LEDGER_PATHS;

const NOTHING = new Uint8Array();

const searchOf = (parameters: Record<string, string>): string => new URLSearchParams(parameters).toString();

/**
 * The published checkpoint of the ledger, and proofs against it, from the notary; asked for, admitted and recorded like a read. A receipt is
 * redeemed for the agency that it was given to, and for the oversight of its State: whoever else has got hold of it learns nothing by it.
 */
export async function handleLedgerPath(
  path: LedgerPath,
  request: GatewayRequest,
  { gateway, notaryUrl }: { readonly gateway: Gateway; readonly notaryUrl: string },
): Promise<GatewayResponse> {
  const query = `query ${LEDGER_PATHS[path]} { __schema { queryType { name } } }`;
  // What is shown to the notary is no request of ours.
  const asking = { ...request, method: 'GET', body: NOTHING, contentType: [], search: searchOf({ query }) } as const;
  const response = await handleRequest(asking, gateway);
  const { errors, extensions } = JSON.parse(textOf(response));
  if (errors !== undefined) return response;
  if (request.body === null) {
    return refusal(new ClientError('LIMIT_EXCEEDED', `the answer is longer than ${KEPT_ANSWER_BYTES_MAX} bytes`));
  }
  const given = new URLSearchParams(request.search);
  const { subject } = verifyCaller(request, gateway, gateway.clock());
  const answer = await askNotary(notaryUrl, path, {
    words: Object.fromEntries(['receipt', 'from'].map((name) => [name, given.get(name) ?? ''])),
    subject,
    shown: request.method === 'POST' ? request.body : null,
  });
  if (answer === null) return refusal(new InternalError('SUBGRAPH_UNREACHABLE', 'the notary does not answer'));
  const headers = {
    ...response.headers,
    'content-type': 'text/plain; charset=utf-8',
    'chancery-receipt': String(extensions.audit.receipt),
  };
  return { ...response, status: answer.status, headers, body: answer.body };
}
