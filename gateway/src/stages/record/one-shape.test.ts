import { sha256Of } from '@chancery/shared/brands';
import { InternalError } from '@chancery/shared/errors';
import { describe, expect, it } from '@jest/globals';
import { otherShapes } from '../../testkit/one-shape.js';
import { chooseDocument } from '../read/choose-document.js';
import { askedHeaders } from '../receive/asked-headers.js';
import { entryOf } from './entry-of.js';
import { NOTHING_REACHED } from './outcome.js';

const SENT = {
  text: '{ a }',
  digest: null,
  operationName: null,
  variables: {},
  tellsBasis: false,
  onError: 'PROPAGATE' as const,
  resume: null,
};
const REFUSAL = new InternalError('INTERNAL', 'a test');
const refused = () =>
  entryOf(
    { kind: 'refused', reached: { ...NOTHING_REACHED, body: chooseDocument(SENT, null) }, error: REFUSAL },
    { networkAddress: '192.0.2.1' },
    { policy: sha256Of('p'), schema: sha256Of('s') },
    0,
  );

describe('what each request makes has one hidden class for all (ADR 0083)', () => {
  const another = (n: number) => ({ [`a${n}`]: n });

  // A copy that is added to has none either, in the engine of Node 20; in that of Node 24 it has.
  it('which objects of other keys have not', () => {
    let n = 0;
    expect(otherShapes(() => another(n++))).toBeGreaterThan(20);
  });

  it.each([
    ['its headers', () => askedHeaders({ rawHeaders: ['Host', 'h', 'Authorization', 'Bearer t'] })],
    ['its document', () => chooseDocument(SENT, null)],
    ['the entry of a refusal', refused],
    ['the particulars of that entry', () => refused().private],
  ])('%s', (_what, make) => {
    expect(otherShapes(make)).toBe(0);
  });
});
