import { checkMaking } from '@chancery/policy/writes/make-act';
import type { HandlingNumber } from '@chancery/shared/brands';
import type { Handling } from '@chancery/shared/labels/label';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { randomIdWith } from '@chancery/shared/subgraph/tables/random-id';
import type { Viewer } from '@chancery/shared/subgraph/visibility/viewer';
import { checkVerdict } from '@chancery/shared/subgraph/writing/check-verdict';
import { insertRecord } from '@chancery/shared/subgraph/writing/insert-record';
import type { EntityManager } from 'typeorm';
import { LegalAct } from '../acts/legal-act.js';
import { firstColumns, versionColumns } from '../acts/making/act-columns.js';
import { instantOf } from '../acts/making/act-of-input.js';
import { enact } from '../acts/making/law-log.js';

/** Agencies of one State or organisation. */
export interface Recipients {
  readonly represents: string;
  readonly agencies: readonly string[];
}

/** What a request tells: that there is one, what it says, and the acts about it. */
const TOLD = ['EXISTENCE', 'LEGAL_ACT', 'RESPONSE_REQUEST'];

/** An act by which a request is read by somebody, and where it is kept: under the handling of the request itself. */
export interface RequestConsent {
  readonly act: Act;
  readonly handling: Handling;
}

/**
 * The consent of whoever asks that somebody reads its request: an act like any other, of the maker, which names the request. Passed on by the
 * ministry it is the State's. Throws WRITE_DENIED.
 */
export function consentToRead(
  request: string,
  handling: Handling,
  { represents, agencies }: Recipients,
  viewer: Viewer,
): RequestConsent {
  const { profile, now } = viewer;
  const { subject } = profile;
  const office = subject.agency === handling.record.owner ? 'OWNING_AGENCY' : 'FOREIGN_MINISTRY';
  const act: Act = {
    id: randomIdWith('act'),
    v: 1,
    kind: 'ORIGINATOR_CONSENT',
    by: { represents: subject.represents, office },
    to: { represents, agencies },
    scope: { missions: [], keys: [request], persons: [], categories: TOLD },
    from: instantOf(new Date(now)),
    until: null,
    written: true,
    ref: request,
    revokedAt: null,
  };
  const posts = handling.record.missions;
  checkVerdict(checkMaking({ act, posts, person: null, waiver: null, notice: null }, profile, viewer));
  return { act, handling };
}

/** Keeps a consent: for readers, and in the law. */
export async function keepConsent(
  transaction: EntityManager,
  { act, handling }: RequestConsent,
  number: HandlingNumber,
  viewer: Viewer,
): Promise<void> {
  const synthetic = handling.record.tags.has('synthetic');
  const values = { ...firstColumns(act), ...versionColumns(act), status: 'GRANTED', synthetic };
  const record = { record: LegalAct, type: 'LegalAct', table: 'legal_act', id: act.id, values, derivedFrom: [] };
  await insertRecord(transaction, record, { handling, number }, viewer);
  await enact(transaction, act);
}
