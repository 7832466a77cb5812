import type { Instant } from '@chancery/shared/clock';
import { ClientError } from '@chancery/shared/errors';
import type { VerifiedToken } from '@chancery/shared/subjects/verify-token';
import type { Gateway } from '../handle-request.js';
import { momentWith } from '../stages/identify/await-snapshot.js';
import { type Asking, askingOf, verifyCaller } from '../stages/identify/identify.js';
import { refuseForeignPage, refuseForgeable } from '../stages/receive/forgery.js';
import { readJson } from '../stages/receive/read-request.js';
import type { GatewayRequest } from '../stages/receive/request.js';
import { NOTHING_REACHED, stepFrom } from '../stages/record/outcome.js';
import { type AccessName, accessBody, accessOperation } from './access-entry.js';

/** Who asks, and what was sent: nothing in it is believed but that it is JSON. */
export interface AccessAsking {
  readonly asking: Asking;
  readonly sent: unknown;
}

/** Identifies, admits and reads as GraphQL's own requests are. Throws what those throw. */
export async function accessAsking(request: GatewayRequest, name: AccessName, gateway: Gateway): Promise<AccessAsking> {
  const now = gateway.clock();
  const token = await stepFrom(NOTHING_REACHED, () => {
    refuseForgeable(request);
    return verifyCaller(request, gateway, now);
  });
  const known = { ...NOTHING_REACHED, token };
  const at = await stepFrom(known, () => admitted(token, request, gateway, now));
  const sent = await stepFrom(known, () => readJson(request));
  const asking = await stepFrom(known, () => askingFor(token, request, sent, gateway, at));
  await stepFrom({ ...known, asking, body: accessBody(name, sent), operation: accessOperation(name) }, () => {
    if (asking.token.operations === null) return;
    throw new ClientError(
      'OPERATION_NOT_LISTED',
      'the agreement lists the operations that may be asked, and this is none',
    );
  });
  return { asking, sent };
}

async function admitted(
  token: VerifiedToken,
  request: GatewayRequest,
  gateway: Gateway,
  now: Instant,
): Promise<Instant> {
  refuseForeignPage(request, token);
  request.whenOver(gateway.admission.enter(token.subject));
  return momentWith(request, now, gateway);
}

/** The purpose of who asks: of the header, or the only one of its token, or that of the context of what is asked about itself. */
function askingFor(
  token: VerifiedToken,
  request: GatewayRequest,
  sent: unknown,
  gateway: Gateway,
  at: Instant,
): Asking {
  const current = verifyCaller(request, gateway, at);
  const named = request.purpose.length > 0 || token.purposes.length < 2 ? undefined : purposeIn(sent);
  return askingOf(current, named === undefined ? request : { ...request, purpose: [named] }, gateway, at);
}

function purposeIn(sent: unknown): string | undefined {
  const { context, evaluations } = Object(sent);
  const contexts = [context, ...(Array.isArray(evaluations) ? evaluations.map((each) => Object(each).context) : [])];
  return contexts.map((each) => Object(each).purpose).find((purpose) => typeof purpose === 'string');
}
