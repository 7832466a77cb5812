import type { Route } from '../stages/receive/http-server.js';
import { REQUESTS_PATH } from './request-endpoint.js';

/** Where the Authorization API describes itself (section 9.2). */
export const METADATA_PATH = '/.well-known/authzen-configuration';

/** The capability of the Access Request and Approval Profile. */
const REQUESTS = 'urn:openid:authzen:capability:access-request';

/** What a policy enforcement point is told before it has a token: addresses, and nothing else. */
export function metadataRoute(baseUrl: () => string, isRequestable: boolean): Route {
  return () => {
    const base = baseUrl().replace(/\/$/, '');
    const body = {
      policy_decision_point: base,
      access_evaluation_endpoint: `${base}/access/v1/evaluation`,
      access_evaluations_endpoint: `${base}/access/v1/evaluations`,
      search_subject_endpoint: `${base}/access/v1/search/subject`,
      search_resource_endpoint: `${base}/access/v1/search/resource`,
      search_action_endpoint: `${base}/access/v1/search/action`,
      ...(isRequestable ? { access_request_endpoint: `${base}${REQUESTS_PATH}`, capabilities: [REQUESTS] } : {}),
    };
    return {
      status: 200,
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
      body: JSON.stringify(body),
    };
  };
}
