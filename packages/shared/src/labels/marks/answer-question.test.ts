import { describe, expect, it } from '@jest/globals';
import { answerQuestion, MARK_QUESTIONS } from './answer-question.js';

describe('a question about marks', () => {
  it('says what a banner is, in both forms', () => {
    expect(answerQuestion({ mark: 'SECRET//REL TO USA, GBR' })).toEqual({
      mark: 'SECRET//REL TO USA, GBR',
      accepted: true,
      form: 'banner',
      label: 'l=USA:3;rel=GBR+USA;nat=*;pur=*',
      banner: 'SECRET//REL TO USA, GBR',
      portion: '(S//REL TO USA, GBR)',
    });
  });

  it('says where a text is none, and what the register wants', () => {
    expect(answerQuestion({ mark: 'SECRET//NOFORN/REL TO USA, GBR' })).toEqual({
      mark: 'SECRET//NOFORN/REL TO USA, GBR',
      accepted: false,
      position: 15,
      reason: 'expected no REL TO beside NOFORN',
    });
  });

  it('gives a portion that leans on its page no banner, and one of several owners that of their page', () => {
    expect(answerQuestion({ mark: '(S//REL)' })).toMatchObject({ accepted: true, banner: null, portion: '(S//REL)' });
    expect(answerQuestion({ mark: '(//CAN DEU S//REL TO USA, CAN, DEU)' })).toMatchObject({
      banner: 'SECRET//FGI CAN DEU//REL TO USA, CAN, DEU',
    });
    expect(answerQuestion({ mark: '//DEU SECRET | //GBR SECRET' })).toMatchObject({ portion: null });
  });

  it('rolls portions up, and says what the register misses in them', () => {
    expect(answerQuestion({ rollUp: ['(S//NF)', '(NS)'] })).toEqual({
      rollUp: ['(S//NF)', '(NS)'],
      accepted: true,
      banner: 'SECRET//FGI NATO//NOFORN',
    });
    expect(answerQuestion({ rollUp: ['(S//RD)', '(S//FRD)'] })).toMatchObject({
      banner: 'SECRET//RD',
      wanting: ['NOFORN or REL TO with RD', 'NOFORN or REL TO with FRD'],
    });
  });

  it('names the portion that is none, or that nothing on the page completes', () => {
    expect(answerQuestion({ rollUp: ['(S)', 'SECRET'] })).toMatchObject({ accepted: false, position: 0, portion: 1 });
    expect(answerQuestion({ rollUp: ['(S)', '(S//REL)'] })).toMatchObject({ accepted: false, portion: 1 });
    expect(answerQuestion({ rollUp: ['(S//REL TO USA, GBR)', '(S//REL)'] })).toMatchObject({
      banner: 'SECRET//REL TO USA, GBR',
    });
  });

  it('prints a label for the systems of NATO, and says why one cannot leave', () => {
    const day = { created: '2026-09-21T12:00:00Z', review: '2031-09-21T00:00:00Z' };
    const [question] = MARK_QUESTIONS.parse([
      { label: 'l=USA:3;rel=GBR+USA;nat=*;pur=*', originator: 'https://usa.example/', ...day },
    ]);
    expect(question && answerQuestion(question)).toMatchObject({
      accepted: true,
      banner: 'SECRET//REL TO USA, GBR',
      confidentialityLabels: [expect.stringContaining('<slab:PrivacyMark>SECRET//REL TO USA, GBR</slab:PrivacyMark>')],
    });
    // Of records that were joined: a category is basic in one and specified in the other.
    const joined = 'l=USA:0;c=CUI+CUI-FEDCON+CUI-LEI+CUI-NOCON+CUI-SP-LEI;rel=USA;nat=*;pur=*';
    const [controlled] = MARK_QUESTIONS.parse([{ label: joined, originator: 'https://usa.example/', ...day }]);
    expect(controlled && answerQuestion(controlled)).toMatchObject({ banner: 'CUI//SP-LEI//FED ONLY' });
    for (const label of ['l=RUS:3;rel=RUS;nat=*;pur=*', 'SECRET']) {
      const [other] = MARK_QUESTIONS.parse([{ label, originator: 'https://usa.example/', ...day }]);
      expect(other && answerQuestion(other)).toMatchObject({ label, accepted: false, reason: expect.any(String) });
    }
  });

  it.each([[{}], [{ mark: 3 }], [{ rollUp: [] }], [{ mark: 'SECRET', rollUp: ['(S)'] }]])('is not %j', (question) => {
    expect(MARK_QUESTIONS.safeParse([question]).success).toBe(false);
  });
});
