import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { describe, expect, it } from '@jest/globals';
import { createPolicyEngine } from '../engine.js';
import { NOON, profileOf } from '../testkit/scenario.js';

const view = viewOf(sealSnapshot({ number: 1, facts: [], acts: [] }), false);
const police = profileOf('USA.police', 'POLICE', 'THREAT_PREVENTION');
const under = (compartment: string) => parseHandling(`l=-;c=${compartment};rel=*;nat=*;pur=*;own=USA.intelligence`);

describe('decisions that are kept', () => {
  it('never tell of a human source that there is something, because a signal was decided before under the same rule', () => {
    const alone = createPolicyEngine().open(police, view, NOON);
    const after = createPolicyEngine().open(police, view, NOON);
    const signal = after.decide('INTEL_REPORT', under('SI'), 'read');
    const source = after.decide('INTEL_REPORT', under('HCS'), 'read');

    expect(signal).toMatchObject({ effect: 'withhold', citations: [{ rule: 'LABEL-COMPARTMENT' }] });
    expect(source.effect).toBe('hide');
    expect(source).toEqual(alone.decide('INTEL_REPORT', under('HCS'), 'read'));
  });

  it('are one object where they say the same', () => {
    const decider = createPolicyEngine().open(police, view, NOON);
    const [one, other] = ['SI', 'TK'].map((each) => decider.decide('INTEL_REPORT', under(each), 'read'));
    expect(one).toBe(other);
  });
});
