import { holdSnapshot } from '@chancery/shared/snapshot/held-snapshot';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { describe, expect, it } from '@jest/globals';
import { testRequest } from '../../testkit/test-request.js';
import { SNAPSHOT_WAIT } from '../limit/limits.js';
import { momentWith } from './await-snapshot.js';

const NOW = 1_790_000_000_000;
const numbered = (number: number) => sealSnapshot({ number, facts: [], acts: [] });

/** A clock that goes on a second each time it is asked. */
function steppingClock() {
  let at = NOW;
  return () => {
    at += 1_000;
    return at;
  };
}

const wait = (header: readonly string[], snapshots = holdSnapshot(numbered(7)), clock = steppingClock()) =>
  momentWith(testRequest({ snapshotAtLeast: header }), NOW, { clock, snapshots });

describe('a read that must be as fresh as an act', () => {
  it.each([[[]], [['0']], [['6']], [['7']]])('begins at once when the snapshot is here: %j', async (header) => {
    expect(await wait(header)).toBe(NOW);
  });

  it('begins as soon as it comes', async () => {
    const snapshots = holdSnapshot(numbered(7));
    const clock = () => {
      snapshots.replace(numbered(8));
      return NOW + 10;
    };
    expect(await wait(['8'], snapshots, clock)).toBe(NOW + 10);
  });

  it('is refused when it does not come in time', async () => {
    await expect(wait(['8'])).rejects.toMatchObject({ code: 'SNAPSHOT_NOT_REACHED', status: 503 });
    expect(SNAPSHOT_WAIT.mostMs).toBeLessThanOrEqual(2_000);
  });

  it('is never answered from a snapshot that is not known to be current, which one that asks for nothing may be', async () => {
    const snapshots = holdSnapshot(numbered(7));
    snapshots.setStale(true);
    await expect(wait(['1'], snapshots)).rejects.toMatchObject({ code: 'SNAPSHOT_NOT_REACHED' });
    expect(await wait([], snapshots)).toBe(NOW);
  });

  it.each([[['']], [['-1']], [['1.5']], [['x']], [['9'.repeat(16)]], [['7', '7']]])(
    'is refused for %j',
    async (header) => {
      await expect(wait(header)).rejects.toMatchObject({ code: 'INPUT_INVALID', status: 400 });
    },
  );
});
