import type { Route } from './http-server.js';

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

/** What readiness asks of each part. */
export interface Readiness {
  ledgerHealthy(): boolean;
  snapshotStale(): boolean;
}

/** Liveness: the process answers. */
export const healthRoute: Route = () => ({ status: 200, headers: JSON_HEADERS, body: '{"status":"ok"}' });

/** Readiness: an answer can be decided on current facts and recorded before it leaves. */
export function readyRoute(readiness: Readiness): Route {
  return () => {
    const checks = {
      ledger: readiness.ledgerHealthy() ? 'ok' : 'unavailable',
      snapshot: readiness.snapshotStale() ? 'stale' : 'ok',
    };
    const ready = Object.values(checks).every((check) => check === 'ok');
    return {
      status: ready ? 200 : 503,
      headers: JSON_HEADERS,
      body: JSON.stringify({ status: ready ? 'ready' : 'not ready', checks }),
    };
  };
}
