import { dueAt } from '@chancery/policy/decision';
import { bannerOf } from '@chancery/shared/clearance/banner';
import { ClientError, ERRORS, type InternalError } from '@chancery/shared/errors';
import type { Outcome } from './outcome.js';
import type { GatewayResponse } from './request.js';
import { DocumentInvalidError } from './validate.js';

/** Codes of a well-formed request that could not be executed (GraphQL over HTTP §6.4). */
const REQUEST_ERRORS = new Set(['DOCUMENT_INVALID', 'INPUT_INVALID', 'LIMIT_EXCEEDED']);

/** The answer to a recorded outcome. Extensions are those of contracts 9; only `audit` differs between equal requests. */
export function respond(outcome: Outcome, receipt: string | null): GatewayResponse {
  const audit = receipt === null ? {} : { audit: { receipt } };
  switch (outcome.kind) {
    case 'refused':
      return refusal(outcome.error, audit);
    case 'answered': {
      const { asking, redacted } = outcome;
      const banner = bannerOf(redacted.labels, asking.profile.subject, redacted.exercise);
      const obligations = redacted.obligations.map((obligation) => ({
        kind: obligation.kind,
        dueAt: new Date(dueAt(obligation, asking.now)).toISOString(),
      }));
      const body = {
        ...(redacted.errors.length > 0 ? { errors: redacted.errors } : {}),
        data: redacted.data,
        extensions: { ...audit, banner, withheld: redacted.withheld, obligations },
      };
      return { status: 200, requestError: false, body: JSON.stringify(body) };
    }
  }
}

/** A whole-request failure: a client error keeps its message, ours says the text of its code. */
export function refusal(error: ClientError | InternalError, extensions: object = {}): GatewayResponse {
  const { code } = error;
  const argument = error instanceof ClientError && error.argument !== undefined ? { argument: error.argument } : {};
  const messages =
    error instanceof DocumentInvalidError
      ? error.messages
      : [error instanceof ClientError ? error.message : ERRORS[code].text];
  const errors = messages.map((message) => ({ message, extensions: { code, ...argument } }));
  return {
    status: error.status,
    requestError: REQUEST_ERRORS.has(code),
    body: JSON.stringify({ errors, ...(Object.keys(extensions).length > 0 ? { extensions } : {}) }),
  };
}
