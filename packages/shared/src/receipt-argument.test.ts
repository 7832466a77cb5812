import { parseArgs } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { tieReceipts } from './receipt-argument.js';

describe('a receipt on a command line', () => {
  it.each(['-2BUPic4jX_qCkCbQkZ7NW', '--UPic4jX_qCkCbQkZ7NWQ', '2BUPic4jX_qCkCbQkZ7NWQ'])(
    '%s is read as it is',
    (receipt) => {
      const options = { receipt: { type: 'string' }, path: { type: 'string' } } as const;
      const args = tieReceipts(['--receipt', receipt, '--path', 'a.b']);
      expect(parseArgs({ args, options }).values).toEqual({ receipt, path: 'a.b' });
    },
  );

  it('that is none is left to be refused', () => {
    expect(tieReceipts(['--receipt', '--path', 'a'])).toEqual(['--receipt', '--path', 'a']);
  });
});
