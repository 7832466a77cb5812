import { describe, expect, it } from '@jest/globals';
import { handlingAt } from './handling-at.js';
import { parseHandling } from './parse-handling.js';

const warning = parseHandling(
  'l=USA:3;rel=GBR+USA;nat=*;pur=*;own=USA.intelligence;m=Q1;x=k!EXISTENCE(l=USA:0;rel=DEU+GBR+USA;nat=*;pur=*)' +
    '!Warning.sourceRef(l=USA:4;c=SI;rel=USA;nat=USA;pur=*)!Warning.tearline(l=USA:0;rel=DEU;nat=*;pur=*)',
);
const RECORD = ';own=USA.intelligence;m=Q1;x=k';

describe('handlingAt', () => {
  it('lets a portion replace the row label, down and up, and keeps the record', () => {
    expect(handlingAt(warning, 'Warning.tearline', 'THREAT', 0).text).toBe(`l=USA:0;rel=DEU;nat=*;pur=*${RECORD}`);
    expect(handlingAt(warning, 'Warning.sourceRef', 'INTEL_SOURCE', 0).label.text).toBe(
      'l=USA:4;c=SI;rel=USA;nat=USA;pur=*',
    );
  });

  it('gives a coordinate without a portion the row label, not that of its neighbour', () => {
    const narrowed = handlingAt(warning, 'Warning.body', 'THREAT', 0);
    expect(narrowed.text).toBe(`l=USA:3;rel=GBR+USA;nat=*;pur=*${RECORD}`);
    expect(narrowed.portions.size).toBe(0);
  });

  it('reads the portion of EXISTENCE for coordinates of that category, and for no other', () => {
    expect(handlingAt(warning, 'EXISTENCE', 'EXISTENCE', 0).label.text).toBe('l=USA:0;rel=DEU+GBR+USA;nat=*;pur=*');
    expect(handlingAt(warning, 'Warning.synthetic', 'EXISTENCE', 0).label.text).toBe(
      'l=USA:0;rel=DEU+GBR+USA;nat=*;pur=*',
    );
    expect(handlingAt(warning, 'Warning.synthetic', 'THREAT', 0).label.ranks.get('USA')).toBe(3);
  });

  it('raises every policy of the label to the floor and lowers none', () => {
    const joint = parseHandling('l=GBR:3,USA:0;rel=*;nat=*;pur=*;own=USA.a');
    expect(handlingAt(joint, 'A.b', 'COMMS', 2).label.text).toBe('l=GBR:3,USA:2;rel=*;nat=*;pur=*');
    expect(handlingAt(warning, 'Warning.tearline', 'THREAT', 2).label.text).toBe('l=USA:2;rel=DEU;nat=*;pur=*');
  });

  it("puts an unmarked record at the floor under the policy of its owner's State", () => {
    const unmarked = parseHandling('l=-;rel=*;nat=*;pur=*;own=USA.a');
    expect(handlingAt(unmarked, 'A.b', 'COMMS', 3).label.text).toBe('l=USA:3;rel=*;nat=*;pur=*');
    expect(handlingAt(unmarked, 'A.b', 'COMMS', 0)).toBe(unmarked);
  });

  it('gives the same object each time, whatever was asked between', () => {
    const first = handlingAt(warning, 'Warning.tearline', 'THREAT', 1);
    handlingAt(warning, 'Warning.tearline', 'THREAT', 0);
    handlingAt(warning, 'Warning.body', 'THREAT', 1);
    expect(handlingAt(warning, 'Warning.tearline', 'THREAT', 1)).toBe(first);
    expect(handlingAt(warning, 'Warning.body', 'THREAT', 0)).toBe(handlingAt(warning, 'Warning.area', 'THREAT', 0));
  });

  it.each([-1, 5, 1.5, Number.NaN])('refuses %p as a floor', (floor) => {
    expect(() => handlingAt(warning, 'Warning.body', 'THREAT', floor)).toThrow('not a rank');
  });
});
