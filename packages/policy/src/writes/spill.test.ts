import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { describe, expect, it } from '@jest/globals';
import { actOf, MINUTE, NOON, profileOf } from '../testkit/scenario.js';
import { assessSpill, type Reading } from './spill.js';

const right = parseHandling('l=-;rel=GBR+USA;nat=*;pur=*;fgi=GBR;own=USA.intelligence;m=Q1');
const reader = (receipt: string, agency: string): Reading => ({
  receipt,
  profile: profileOf(agency, 'FOREIGN_MINISTRY', 'THREAT_PREVENTION'),
  readAt: NOON + MINUTE,
});
const view = viewOf(sealSnapshot({ number: 1, facts: [], acts: [] }), false);

describe('a spill (CFR-2001.48)', () => {
  it('names the readings that the right label would have barred, and whom to advise', () => {
    const french = reader('r2', 'FRA.foreign-ministry');
    const spill = assessSpill([reader('r1', 'GBR.foreign-ministry'), french], right, 'INTEL_REPORT', view);

    expect(spill.compromised).toEqual([french]);
    expect(spill.advised).toEqual(['GBR', 'USA.intelligence']);
    expect(spill.obligations).toEqual([{ kind: 'ADVISE_ORIGINATOR', dueInSeconds: 0, rule: 'CFR-2001.48' }]);
  });

  it('is none where nobody read what he or she should not have', () => {
    const spill = assessSpill([reader('r1', 'GBR.foreign-ministry')], right, 'INTEL_REPORT', view);

    expect(spill).toEqual({ compromised: [], advised: [], obligations: [] });
  });

  it('asks what was in force when it was read', () => {
    const acts = [
      { ...actOf('RELEASE', 'DISCLOSURE_OFFICER', ['Q1']), to: { represents: 'FRA', agencies: ['*'] } },
      {
        ...actOf('ORIGINATOR_CONSENT', 'ORIGINATOR', ['Q1']),
        by: { represents: 'GBR', office: 'ORIGINATOR' },
        to: { represents: 'FRA', agencies: ['*'] },
      },
    ];
    const then = viewOf(sealSnapshot({ number: 2, facts: [], acts }), false);
    const french = reader('r2', 'FRA.foreign-ministry');
    const late = { ...french, readAt: NOON + 600 * MINUTE };

    expect(assessSpill([french, late], right, 'INTEL_REPORT', then).compromised).toEqual([late]);
  });
});
