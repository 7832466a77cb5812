import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { describe, expect, it } from '@jest/globals';
import { actOf, NOON } from '../testkit/scenario.js';
import { type AnsweredValues, checkAnswer } from './request-answer.js';

const { record } = parseHandling('l=-;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=Q1;x=plan:1');
const asked: AnsweredValues = {
  categories: ['PREMISES_RESCUE'],
  record,
  represents: 'DEU',
  agency: 'DEU.fire-service',
};
const consent = actOf('CONSENT', 'HEAD_OF_MISSION', ['Q1'], {
  to: { represents: 'DEU', agencies: ['DEU.fire-service'] },
  until: '2026-09-21T18:00:00Z',
});
const scope = (changes: Partial<Act['scope']>): Act => ({ ...consent, scope: { ...consent.scope, ...changes } });

describe('an act that answers a request', () => {
  it('gives, is in force, and reaches who asked and something of what was asked for', () => {
    expect(checkAnswer(scope({ categories: ['PREMISES_RESCUE'] }), asked, NOON)).toEqual({ accepted: true });
    expect(checkAnswer(scope({ missions: [], keys: ['plan:1'], categories: ['*'] }), asked, NOON)).toEqual({
      accepted: true,
    });
  });

  it.each<[string, Act]>([
    ['bars', { ...consent, kind: 'CONSENT_REFUSAL' }],
    ['is revoked', { ...consent, revokedAt: '2026-09-21T11:00:00Z' }],
    ['is over', { ...consent, until: '2026-09-21T11:00:00Z' }],
    ['is made to another State', { ...consent, to: { represents: 'AUT', agencies: ['*'] } }],
    ['is made to a sister agency', { ...consent, to: { represents: 'DEU', agencies: ['DEU.police'] } }],
    ['is about another kind of data', scope({ categories: ['ARCHIVE'] })],
    ['is about another post', scope({ missions: ['Q2'], categories: ['*'] })],
    ['names another record', scope({ missions: [], keys: ['plan:2'], categories: ['*'] })],
  ])('is none where it %s', (_, act) => {
    expect(checkAnswer(act, asked, NOON)).toMatchObject({ accepted: false, rule: 'CHY-ASK' });
  });
});
