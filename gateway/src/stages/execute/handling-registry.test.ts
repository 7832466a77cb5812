import { describe, expect, it } from '@jest/globals';
import { HandlingRegistry } from './handling-registry.js';

const PUBLIC = 'l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register;m=Q875787';
const SECRET = 'l=USA:3;rel=USA;nat=*;pur=*;own=USA.intelligence;m=Q875787';

function registry() {
  const alarms: string[] = [];
  return { alarms, handlings: new HandlingRegistry((message) => alarms.push(message)) };
}

describe('handling integers of subgraphs', () => {
  it('are kept apart by subgraph', () => {
    const { handlings } = registry();
    handlings.learn('missions', { 7: PUBLIC });
    handlings.learn('intel', { 7: SECRET });
    expect(handlings.handlingOf('missions', 7)?.text).toBe(PUBLIC);
    expect(handlings.handlingOf('intel', 7)?.text).toBe(SECRET);
  });

  it('never change their text: the contradicting answer is refused, the first meaning stays, and it is an alarm', () => {
    const { handlings, alarms } = registry();
    handlings.learn('intel', { 7: SECRET });
    expect(() => handlings.learn('intel', { 7: PUBLIC })).toThrow();
    expect(handlings.handlingOf('intel', 7)?.text).toBe(SECRET);
    expect(alarms).toHaveLength(1);
  });

  it('mean nothing when unknown, missing, of another type, or when their text does not parse', () => {
    const { handlings, alarms } = registry();
    handlings.learn('missions', { 1: 'l=nonsense', 2: 5 });
    for (const integer of [1, 2, 3, null, undefined, '7', {}, Number.NaN]) {
      expect(handlings.handlingOf('missions', integer)).toBeNull();
    }
    expect(alarms).toHaveLength(1);
  });

  it('are named by their own text alone', () => {
    const { handlings } = registry();
    for (const key of ['', ' ', '00', '0x0', '-0']) handlings.learn('missions', { [key]: PUBLIC });
    expect(handlings.handlingOf('missions', 0)).toBeNull();
  });

  it('are not learnt from what is no object', () => {
    const { handlings } = registry();
    for (const answer of [null, 'x', [PUBLIC], 5]) handlings.learn('missions', answer);
    expect(handlings.handlingOf('missions', 0)).toBeNull();
  });
});
