import { ExportRun, exportReached } from './exports/export-run.js';
import { type PageDocument, pageDocumentOf } from './exports/page-document.js';
import { type Gateway, readAsked, recorded } from './handle-request.js';
import type { Admission, Leave } from './stages/admit/admission.js';
import type { Slots } from './stages/execute/slots.js';
import type { ReadRequest } from './stages/read/read-operation.js';
import { originHeaders } from './stages/receive/cross-origin.js';
import type { OpenLines } from './stages/receive/graphql-endpoint.js';
import type { GatewayRequest, GatewayResponse } from './stages/receive/request.js';
import { executing, reachedBy, refusedAt, refusedBy, stepFrom, tokenOf } from './stages/record/outcome.js';
import { respondAnswered } from './stages/respond/respond.js';
import { Place } from './stream-request.js';

/** What exports are answered with. */
export interface ExportingGateway extends Gateway {
  /** Of exports that are under way. */
  readonly exports: { readonly places: Admission; readonly slots: Slots; isEnding(): boolean };
}

/**
 * One request whose answer is a whole connection, one row a line. What is refused before the first page was read is the answer that
 * is returned; whatever else becomes of it is in the last line, and null is.
 */
export async function exportRequest(
  request: GatewayRequest,
  gateway: ExportingGateway,
  open: OpenLines,
): Promise<GatewayResponse | null> {
  const place = new Place(request);
  let leave: Leave = () => undefined;
  try {
    const read = await readAsked(place.request, gateway);
    const document = await stepFrom(reachedBy(read), () => pageDocumentOf(read.valid, gateway.validator.schema));
    leave = await stepFrom(reachedBy(read), () => gateway.exports.places.enter(read.asking.token.subject));
    const run = runOf(request, read, document, gateway);
    const first = await stepFrom(executing(read), () => run.next());
    const headers = originHeaders(request, read.asking.token);
    if (first.rows === null) {
      const response = respondAnswered(first.text, first.receipt);
      return { ...response, headers: { ...response.headers, ...headers } };
    }
    place.leave();
    await run.tell(first, open(headers));
    return null;
  } catch (error) {
    const refused = refusedBy(error, gateway.log);
    const response = await recorded(refused, request, gateway);
    return { ...response, headers: { ...response.headers, ...originHeaders(request, tokenOf(refused)) } };
  } finally {
    leave();
    place.leave();
  }
}

function runOf(
  request: GatewayRequest,
  read: ReadRequest,
  document: PageDocument,
  gateway: ExportingGateway,
): ExportRun {
  const { slots, isEnding } = gateway.exports;
  return new ExportRun({
    request,
    read,
    document,
    gateway,
    slots,
    isEnding,
    failed: async (error, asking) => {
      const { body } = await recorded(refusedAt(exportReached(read, asking), error, gateway.log), request, gateway);
      return body;
    },
  });
}
