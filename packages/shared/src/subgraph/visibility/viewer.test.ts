import { describe, expect, it } from '@jest/globals';
import { sealSnapshot } from '../../snapshot/seal-snapshot.js';
import type { SnapshotView } from '../../snapshot/snapshot.js';
import { viewOf } from '../../snapshot/snapshot-view.js';
import type { SignedContext } from '../../subjects/signed-context.js';
import { profileFor, RELEASE, releaseDecisions } from '../testkit/running-notes.js';
import { viewerOf } from './viewer.js';

const SNAPSHOT = sealSnapshot({ number: 7, facts: [], acts: [] });
const { subject, purpose } = profileFor('URY');
const CONTEXT: SignedContext = {
  aud: 'notes',
  iat: 0,
  exp: 5,
  jti: 'x',
  trace: 't',
  body: '',
  now: 1,
  deadline: 2,
  policy: RELEASE,
  schema: 's',
  snapshot: [SNAPSHOT.number, SNAPSHOT.digest],
  action: 'read',
  purpose,
  case: null,
  subject,
};

/** A source that holds the snapshot only after it has looked again. */
function lateSource() {
  let held: SnapshotView | null = null;
  const source = {
    looked: 0,
    at: (number: number, digest: string) =>
      held?.snapshot.number === number && held.snapshot.digest === digest ? held : null,
    async confirm() {
      source.looked += 1;
      held = viewOf(SNAPSHOT, false);
    },
  };
  return source;
}

describe('a viewer', () => {
  it('is decided by the snapshot of its context, for which the source looks again once', async () => {
    const source = lateSource();
    const viewer = await viewerOf(CONTEXT, releaseDecisions(), source);
    expect([viewer.view.snapshot, viewer.now, source.looked]).toEqual([SNAPSHOT, 1, 1]);
    await viewerOf(CONTEXT, releaseDecisions(), source);
    expect(source.looked).toBe(1);
  });

  it('is refused under a snapshot that the source does not get, or by another policy', async () => {
    const source = lateSource();
    const unknown: SignedContext = { ...CONTEXT, snapshot: [8, SNAPSHOT.digest] };
    await expect(viewerOf(unknown, releaseDecisions(), source)).rejects.toThrow('context names an unknown snapshot');
    const other = { ...CONTEXT, policy: 'sha256:other' };
    await expect(viewerOf(other, releaseDecisions(), source)).rejects.toThrow('context names another policy');
  });

  it('has another digest for another case, purpose or subject', async () => {
    const source = lateSource();
    const digestOf = async (change: Partial<SignedContext>) =>
      (await viewerOf({ ...CONTEXT, ...change }, releaseDecisions(), source)).digest;
    const digests = await Promise.all(
      [
        {},
        { case: 'inc_1' },
        { purpose: 'OVERSIGHT' as const },
        { subject: { ...subject, compartments: ['SI'] } },
        { subject: { ...subject, groups: ['EU'] } },
      ].map(digestOf),
    );
    expect(new Set(digests).size).toBe(digests.length);
    expect(await digestOf({ now: 2, jti: 'y', trace: 'u' })).toBe(digests[0]);
  });
});
