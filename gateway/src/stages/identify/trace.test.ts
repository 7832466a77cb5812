import { describe, expect, it } from '@jest/globals';
import { traceIn } from './trace.js';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = '00f067aa0ba902b7';

describe('the trace that a caller names (W3C Trace Context)', () => {
  it.each([`00-${TRACE}-${PARENT}-01`, `cc-${TRACE}-${PARENT}-01`, `01-${TRACE}-${PARENT}-00-what-comes-later`])(
    'is read from `%s`',
    (header) => {
      expect(traceIn([header])).toBe(TRACE);
    },
  );

  it.each([
    '',
    'ff-',
    `ff-${TRACE}-${PARENT}-01`,
    `00-${TRACE}-${PARENT}-01-more`,
    `00-${TRACE.toUpperCase()}-${PARENT}-01`,
    `00-${'0'.repeat(32)}-${PARENT}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE.slice(1)}-${PARENT}-01`,
    `00-${TRACE}-${PARENT}`,
    ` 00-${TRACE}-${PARENT}-01`,
  ])('is none in `%s`', (header) => {
    expect(traceIn([header])).toBeNull();
  });

  it('is none when it is named twice, or not at all', () => {
    const header = `00-${TRACE}-${PARENT}-01`;
    expect(traceIn([header, header])).toBeNull();
    expect(traceIn([])).toBeNull();
  });
});
