import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Instant } from '../../clock.js';
import { sealSnapshot } from '../../snapshot/seal-snapshot.js';
import { viewOf } from '../../snapshot/snapshot-view.js';
import type { Profile } from '../../subjects/subject.js';
import { CallContext } from '../reading/call-context.js';
import { CallDeadline } from '../reading/call-deadline.js';
import { CursorSeal } from '../reading/cursor-seal.js';
import { RowReader } from '../reading/row-reader.js';
import type { RowSink } from '../reading/row-sink.js';
import { TokenKey } from '../reading/token-key.js';
import type { KnownHandlings } from '../visibility/handling-kinds.js';
import type { Viewer } from '../visibility/viewer.js';
import type { Masks } from '../visibility/viewer-masks.js';

/** Long enough for any test. */
const WAITED_MS = 60_000;

/** A deadline that no test meets. */
export const farDeadline = (): CallDeadline => new CallDeadline(Date.now() + WAITED_MS, Date.now);

/** A viewer that reads under no facts and no acts. */
export const viewerAs = (profile: Profile, now: Instant): Viewer => ({
  profile,
  digest: profile.subject.represents,
  now,
  call: 'call-1',
  action: 'read',
  view: viewOf(sealSnapshot({ number: 1, facts: [], acts: [] }), false),
});

/** What the server knows and a test may leave out. */
interface TestParts {
  readonly handlings?: KnownHandlings;
  readonly key?: Uint8Array;
}

const NONE_KNOWN: KnownHandlings = { byId: () => undefined };

/** Of a call that reads. */
const NO_SINK: RowSink = {
  verdictOn: () => ({ allowed: false, rules: [] }),
  allot: () => Promise.reject(new Error('this call reads')),
  write: () => Promise.reject(new Error('this call reads')),
};

/** The context of one call under masks of the test's own, on a connection to be given back. */
export function testContext(
  source: DataSource,
  viewer: Viewer,
  masks: Masks,
  { handlings = NONE_KNOWN, key = randomBytes(32) }: TestParts = {},
): { readonly context: CallContext; readonly rows: RowReader } {
  const rows = new RowReader(source, { visible: () => masks.visible(), deadline: farDeadline() });
  return {
    context: new CallContext({
      viewer,
      masks,
      handlings,
      rows,
      sink: NO_SINK,
      cursors: new CursorSeal(key, 'test'),
      tokens: new TokenKey(key, 'test'),
      event: null,
      seen: [],
    }),
    rows,
  };
}
