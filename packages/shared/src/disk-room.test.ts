import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DiskRoom, freeBytesOf, requireRoom } from './disk-room.js';

const MIN = 1_000;

describe('room on the disks', () => {
  it('is gone when one disk falls below the bound, is there again when it has room, and each is told once', async () => {
    const free = new Map([
      ['/data', 5_000],
      ['/database', MIN],
    ]);
    const told: string[] = [];
    const room = await DiskRoom.open({
      folders: [...free.keys()],
      bytesMin: MIN,
      read: async (folder) => free.get(folder) ?? 0,
      log: ({ message }) => told.push(`${message}`),
    });
    expect(room.isThere()).toBe(true);
    free.set('/database', MIN - 1);
    await room.look();
    await room.look();
    expect(room.isThere()).toBe(false);
    free.set('/database', 0);
    free.set('/data', 0);
    await room.look();
    expect(room.isThere()).toBe(false);
    free.set('/data', MIN);
    free.set('/database', MIN);
    await room.look();
    expect(room.isThere()).toBe(true);
    expect(told).toEqual([
      expect.stringMatching(/^`\/database` has 999 bytes free/),
      expect.stringMatching(/room again/),
    ]);
    room.close();
  });

  it('is not believed of a disk that cannot be read, or says no number', async () => {
    for (const read of [() => Promise.reject(new Error('gone')), async () => Number.NaN]) {
      const room = await DiskRoom.open({ folders: ['/data'], bytesMin: MIN, read, log: () => undefined });
      expect(room.isThere()).toBe(false);
      room.close();
      await expect(requireRoom({ folders: ['/data'], bytesMin: MIN, read })).rejects.toThrow('/data');
    }
  });

  it('is read from the real disk, of a folder that is there alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'room-'));
    const free = await freeBytesOf(folder);
    await requireRoom({ folders: [folder], bytesMin: 1 });
    await expect(requireRoom({ folders: [folder], bytesMin: free * 2 })).rejects.toThrow('bytes free');
    rmSync(folder, { recursive: true });
    await expect(freeBytesOf(folder)).rejects.toThrow('ENOENT');
  });
});
