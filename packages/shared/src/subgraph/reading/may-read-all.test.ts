import { describe, expect, it } from '@jest/globals';
import { mayReadAll } from './may-read-all.js';

describe('what is made of several fields of a row', () => {
  it.each([
    ['Mission.city', false],
    ['Mission.openedYear', true],
  ])('when %s alone is closed is open: %s', (closed, open) => {
    const masks = { mayRead: (coordinate: string, handling: number) => coordinate !== closed && handling === 7 };
    expect(mayReadAll(masks, 'Mission', { handling: 7 }, ['kind', 'sendingState', 'city'])).toBe(open);
  });

  it('is closed where the row has lost its handling', () => {
    expect(mayReadAll({ mayRead: () => true }, 'Mission', {}, ['city'])).toBe(false);
  });
});
