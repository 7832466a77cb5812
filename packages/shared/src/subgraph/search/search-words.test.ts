import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ClientError } from '../../errors.js';
import { SEARCH_LENGTH_MAX, SEARCH_WORDS_MAX } from '../../schema/connection-args.js';
import { parseSearch, wordsOf } from './search-words.js';

/** Whether a text is found by a question, by their words alone. */
const finds = (question: string, text: string): boolean => {
  const words = [...wordsOf(text)];
  return parseSearch(question).every(({ text: wanted, isPrefix }) =>
    words.some((word) => word === wanted || (isPrefix && word.startsWith(wanted))),
  );
};

const isRefused = (question: string): boolean => {
  try {
    parseSearch(question);
    return false;
  } catch (error) {
    if (error instanceof ClientError) return true;
    throw error;
  }
};

describe('a name is found however its letters are written', () => {
  it.each([
    ['beyoglu', 'Beyoğlu'],
    ['BEYOĞLU', 'Beyoğlu'],
    ['lodz', 'Łódź'],
    ['Zurich', 'Zürich'],
    ['zuerich', 'Zürich'],
    ['Kirikkale', 'Kırıkkale'],
    ['ISTANBUL', 'İstanbul'],
    ['strasse', 'Straße'],
    ['STRASSE', 'Straße des 17. Juni'],
    ['STRAẞE', 'Straße des 17. Juni'],
    ['strasse', 'STRAẞE DES 17. JUNI'],
    ['thorshofn', 'Þórshöfn'],
    ['tromso', 'Tromsø'],
    ['gence', 'Gəncə'],
    ['sanaa', "Sana'a"],
    ["sana'a", 'Sana’a'],
    ['ivoire', 'Côte d’Ivoire'],
    ['москва', 'МОСКВА'],
    ['Артём', 'Артем'],
    ['القاهره', 'القاهرة'.replace('ة', 'ه')],
    ['مُحَمَّد', 'محمد'],
    ['أحمد', 'احمد'],
    ['ΑΘΗΝΑΣ', 'Αθήνας'],
    ['서울', '서울특별시'],
    ['大使', '日本大使館'],
    ['日本 大使館', '日本大使館'],
    ['กรุงเทพ', 'สถานทูต กรุงเทพมหานคร'],
    ['ﬁne', 'fine'],
    ['Q875787', 'EAP-Q875787-1'],
    ['eap-q875787-1', 'EAP-Q875787-1'],
    ['berl', 'Embassy of Japan in Berlin'],
    // What comes along from a page that was copied: soft hyphens, marks of direction, joiners.
    ['ber\u00adlin', 'Berlin'],
    ['berl\u200e', 'Berlin'],
    ['\u202bberlin\u202c', 'Berlin'],
    ['berlin', 'Ber\u00adlin'],
    ['میخواهم', 'می\u200cخواهم'],
    ['می\u200cخواهم', 'میخواهم'],
    ['خواهم', 'می\u200cخواهم'],
    ['embassy berlin', 'Embassy\u200bBerlin'],
    ['berlin emb jap', 'Berlin: Emb., Japan'],
  ])('%s finds %s', (question, text) => {
    expect(finds(question, text)).toBe(true);
  });

  it.each([
    ['lodz emb', 'Embankment, Łódź '.replace('Emb', 'Qua')],
    // Only the last word may be a beginning, and only while it is being written.
    ['ber embassy', 'Embassy in Berlin'],
    ['berl ', 'Berlin'],
    ['erlin', 'Berlin'],
    ['館大', '日本大使館'],
  ])('%s does not find %s', (question, text) => {
    expect(finds(question, text)).toBe(false);
  });
});

describe('words of a search', () => {
  it('are none of a text without a letter or a digit', () => {
    expect(['', ' ', '-', '\0', '\ud800', '%_\\'].map((text) => parseSearch(text))).toEqual([[], [], [], [], [], []]);
  });

  it('are refused when they are too many, and a text that is too long', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(' ');
    expect(parseSearch(many(SEARCH_WORDS_MAX))).toHaveLength(SEARCH_WORDS_MAX);
    expect(() => parseSearch(many(SEARCH_WORDS_MAX + 1))).toThrow('`9` words, and 8 at most');
    expect(() => parseSearch('a'.repeat(SEARCH_LENGTH_MAX + 1))).toThrow('longer than 200 characters');
  });

  it('one that is finished and begun again is finished', () => {
    expect(parseSearch('berlin berlin')).toEqual([{ text: 'berlin', isPrefix: false }]);
    expect(parseSearch('berlin')).toEqual([{ text: 'berlin', isPrefix: true }]);
  });

  it('of each letter that has a case find it in the other', () => {
    const cased = Array.from({ length: 0x1_f000 }, (_, code) => String.fromCodePoint(code)).filter((letter) =>
      /\p{Cased_Letter}/u.test(letter),
    );
    expect(cased.length).toBeGreaterThan(2_000);
    const lost = cased.filter((letter) => {
      const [small, large] = [letter.toLowerCase(), letter.toUpperCase()];
      // Some have a large form of two, which is another word.
      return ![small, ...(large.toLowerCase() === small ? [large] : [])].every((asked) => finds(asked, letter));
    });
    expect(lost).toEqual([]);
  });

  it('of whatever text find that text, itself and without its case and marks', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 });
    let admitted = 0;
    fc.assert(
      fc.property(text, (given) => {
        // Some letters have a large form of two, which is another word.
        const large = given.toUpperCase();
        const isSame = large.toLowerCase() === given.toLowerCase();
        for (const asked of [given, isSame ? large : given, given.normalize('NFD'), given.normalize('NFKC')]) {
          // One sign may be a word of several, and where one script meets another a word ends.
          if (isRefused(asked)) continue;
          admitted += 1;
          expect([asked, finds(asked, given)]).toEqual([asked, true]);
        }
      }),
      { numRuns: 500 },
    );
    expect(admitted).toBeGreaterThan(1_000);
  });
});
