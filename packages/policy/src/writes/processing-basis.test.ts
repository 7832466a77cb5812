import { describe, expect, it } from '@jest/globals';
import { checkProcessingBasis, type ProcessingBasis } from './processing-basis.js';

const task: ProcessingBasis = { limb: 'PUBLIC_TASK', publicAuthority: true, lawRef: 'Consular Act s 5' };
const refusal = { accepted: false, rule: 'GDPR-6' };

describe('the basis of a processing (GDPR-6)', () => {
  it('of a public task or a legal obligation names its law', () => {
    expect(checkProcessingBasis(task)).toEqual({ accepted: true });
    expect(checkProcessingBasis({ ...task, lawRef: null })).toMatchObject(refusal);
    expect(checkProcessingBasis({ ...task, lawRef: ' ' })).toMatchObject(refusal);
    expect(checkProcessingBasis({ ...task, limb: 'LEGAL_OBLIGATION', lawRef: null })).toMatchObject(refusal);
    expect(checkProcessingBasis({ ...task, limb: 'VITAL_INTERESTS', lawRef: null })).toEqual({ accepted: true });
  });

  it('is never the legitimate interest of a public authority, whatever law it names', () => {
    expect(checkProcessingBasis({ ...task, limb: 'LEGITIMATE_INTEREST' })).toMatchObject(refusal);
    expect(checkProcessingBasis({ ...task, limb: 'LEGITIMATE_INTEREST', publicAuthority: false })).toEqual({
      accepted: true,
    });
  });
});
