/** A GraphQL request as it came over HTTP, before anything in it is believed. */
export interface GatewayRequest {
  readonly authorization: string | undefined;
  readonly purpose: string | undefined;
  readonly caseId: string | undefined;
  readonly reason: string | undefined;
  readonly contentType: string | undefined;
  readonly body: Uint8Array;
  /** For the ledger's sidecar only. */
  readonly networkAddress: string;
  /** Aborted when the caller goes away. */
  readonly signal: AbortSignal;
}

/** What goes back: a body that was recorded before it left, with its status. */
export interface GatewayResponse {
  readonly status: number;
  /** A well-formed request that could not be executed: GraphQL over HTTP answers it with 200 to a client of `application/json`. */
  readonly requestError: boolean;
  readonly body: string;
}
