import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withHeartbeat } from './heartbeat.js';
import { READINGS_LOG } from './logs.js';
import { parseEntry } from './parse-entry.js';
import { sampleEntry } from './testkit/sample-entry.js';
import { createTestLedger, type TestLedger } from './testkit/test-ledger.js';
import { printVerdict } from './verify/verdict.js';
import { verifyLedger } from './verify/verify-ledger.js';

describe('a writer that has nothing to say', () => {
  let ledger: TestLedger;
  beforeAll(async () => {
    ledger = await createTestLedger('heartbeat');
  });
  afterAll(() => ledger.close());
  const kinds = async () => (await ledger.entries()).map(({ leaf }) => parseEntry(leaf).kind);

  it('says that it is there, again and again, and no more once it is closed', async () => {
    const writer = withHeartbeat(await ledger.openWriter(), Date.now, 20);
    while ((await kinds()).length < 2) await new Promise((resolve) => setImmediate(resolve));
    await writer.close();
    expect(new Set(await kinds())).toEqual(new Set(['HEARTBEAT']));
    await expect(writer.append(sampleEntry())).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    expect(await verifyLedger(ledger.database.loaderUrl)).toMatchObject({ outcome: 'whole', findings: [] });
  });

  it('is missed by verification, which tells where the log was silent longest', async () => {
    let now = 1_790_000_001_200;
    const writer = await ledger.openWriter({ clock: () => now });
    const { index } = await writer.append(sampleEntry());
    for (const later of [10_000, 4_000_000, 20_000]) {
      now += later;
      await writer.append(sampleEntry());
    }
    await writer.close();
    const verdict = await verifyLedger(ledger.database.loaderUrl);
    expect(verdict).toMatchObject({ outcome: 'whole', findings: [] });
    const told = `log 1: silent for 4000 s before entry ${index + 2} of 2026-09-21T15:20:11.200Z, its longest: `;
    expect(printVerdict(verdict).filter((line) => line.includes('silent'))).toEqual([expect.stringContaining(told)]);
    // Whoever asks from a shell does so once a week.
    const ofQuestions = verdict.logs.map((log) => ({ ...log, logId: READINGS_LOG }));
    expect(printVerdict({ ...verdict, logs: ofQuestions }).join()).not.toContain('silent');
  });
});
