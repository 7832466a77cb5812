import { AGREEMENTS_KNOWN_MS } from '@chancery/shared/admission/agreement-follower';
import type { Health, LinkHealth } from '../execute/subgraph-health.js';
import type { Route } from './http-server.js';

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

/** What readiness asks of each part. */
export interface Readiness {
  isLedgerAnswering(): boolean;
  hasRoom(): boolean;
  isSnapshotStale(): boolean;
  /** How long ago facts and acts were last known to be current. */
  snapshotLagMs(): number;
  /** How long ago agreements of the register were last known to be current; null where files alone let anybody in. */
  agreementsLagMs(): number | null;
  isDraining(): boolean;
  links(): LinkHealth;
  /** Whether entries are signed: unknown where no notary is named. */
  checkpoints(): Health | 'unknown';
  subgraphs(): Readonly<Record<string, Health>>;
}

/** Liveness: the process takes a request and answers it. One whose thread is held up answers nobody. */
export const liveRoute: Route = () => ({ status: 200, headers: JSON_HEADERS, body: '{"status":"ok"}' });

/**
 * Readiness, part by part. Down when no answer could be decided on current facts and recorded before it leaves, when records
 * have lost their links to one another, or when none is to be asked for any longer; degraded, and still to be asked, when a subgraph's part of the answers would be missing, what is recorded is signed by nobody, or whom the register lets in is not known.
 */
export function readyRoute(readiness: Readiness): Route {
  return () => {
    const parts = {
      gateway: readiness.isDraining() ? 'draining' : 'ok',
      ledger: readiness.isLedgerAnswering() ? 'ok' : 'unavailable',
      disk: readiness.hasRoom() ? 'ok' : 'full',
      snapshot: readiness.isSnapshotStale() ? 'stale' : 'ok',
      links: readiness.links(),
    };
    const subgraphs = readiness.subgraphs();
    // A service that cannot count its links is told of by itself: what is unknown closes nothing.
    const isUp = Object.values(parts).every((part) => part === 'ok' || part === 'unknown');
    const checkpoints = readiness.checkpoints();
    const agreementsLagMs = readiness.agreementsLagMs();
    // Issuers by file are believed on, so that somebody is answered still.
    const agreements = (agreementsLagMs ?? 0) <= AGREEMENTS_KNOWN_MS ? 'ok' : 'unknown';
    const isWhole =
      agreements === 'ok' &&
      checkpoints !== 'unavailable' &&
      Object.values(subgraphs).every((health) => health === 'ok');
    const status = isUp ? (isWhole ? 'ready' : 'degraded') : 'down';
    return {
      status: isUp ? 200 : 503,
      headers: isUp ? JSON_HEADERS : { ...JSON_HEADERS, 'retry-after': '1' },
      body: JSON.stringify({
        status,
        parts: { ...parts, agreements, checkpoints },
        subgraphs,
        snapshotLagMs: Math.round(readiness.snapshotLagMs()),
        agreementsLagMs: agreementsLagMs === null ? null : Math.round(agreementsLagMs),
      }),
    };
  };
}
