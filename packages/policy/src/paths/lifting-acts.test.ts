import type { ActKind } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import type { CitedRule } from '../decision.js';
import { liftingActs } from './lifting-acts.js';

const cited = (liftedBy: readonly ActKind[], tell: CitedRule['tell'] = 'caller'): CitedRule => ({
  rule: 'R',
  instrument: 'I',
  article: '1',
  tell,
  liftedBy,
});

describe('the acts that would lift a denial', () => {
  it.each<[string, readonly CitedRule[], readonly ActKind[]]>([
    ['of one bar are all that lift it, in order', [cited(['RELEASE', 'CONSENT'])], ['CONSENT', 'RELEASE']],
    ['of two bars are those of every least set', [cited(['CONSENT']), cited(['WAIVER'])], ['CONSENT', 'WAIVER']],
    [
      'leave out one that helps only beside another which does by itself',
      [cited(['CONSENT', 'RELEASE']), cited(['RELEASE'])],
      ['RELEASE'],
    ],
    ['are none when a bar is lifted by nothing', [cited(['CONSENT']), cited([])], []],
    ['tell nothing of a rule that auditors alone are told of', [cited(['CONSENT']), cited([], 'auditor')], ['CONSENT']],
    ['are none when the caller is told of no rule', [cited(['CONSENT'], 'auditor')], []],
    ['are none of no rule', [], []],
  ])('%s', (_, citations, kinds) => {
    expect(liftingActs(citations)).toEqual(kinds);
  });
});
