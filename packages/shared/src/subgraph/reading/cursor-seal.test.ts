import { describe, expect, it } from '@jest/globals';
import { CursorSeal } from './cursor-seal.js';

describe('a cursor', () => {
  const seal = new CursorSeal(new Uint8Array(32), 'missions');
  const cursor = seal.seal(['mis_1', 'Berlin?~'.repeat(4)], 'viewer, filter, order');
  const open = (text: string, bound = 'viewer, filter, order') => seal.open(text, bound);

  it('is opened by whom it was sealed for, for the same question', () => {
    expect(open(cursor)).toEqual(['mis_1', 'Berlin?~'.repeat(4)]);
    expect(open(cursor, 'viewer, filter, another order')).toBeNull();
    expect(new CursorSeal(new Uint8Array(32), 'incidents').open(cursor, 'viewer, filter, order')).toBeNull();
  });

  it('has one text: what a lenient reader passes over is no part of it', () => {
    const middle = cursor.length / 2;
    const others = [
      ` ${cursor}`,
      `${cursor}\n`,
      `${cursor}=`,
      `${cursor.slice(0, middle)}é${cursor.slice(middle)}`,
      `${cursor.slice(0, middle)}\0${cursor.slice(middle)}`,
      `${cursor}.${cursor}`,
      cursor.slice(0, -1),
      '',
    ];
    expect(others.map((text) => open(text))).toEqual(others.map(() => null));
  });
});
