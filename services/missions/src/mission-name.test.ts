import { describe, expect, it } from '@jest/globals';
import { missionName, missionNameIn, type NamedPost } from './mission-name.js';
import { TITLES_IN } from './mission-titles.js';

const post = (changes: Partial<NamedPost>): NamedPost => ({
  ...{ kind: 'EMBASSY', sendingState: 'USA', receivingState: 'DEU', city: 'Berlin' },
  ...changes,
});

describe('the name of a post', () => {
  it.each<[string, Partial<NamedPost>]>([
    ['Embassy of the United States of America in Berlin', {}],
    ['Consulate General of the United States of America in Munich', { kind: 'CONSULATE_GENERAL', city: 'Munich' }],
    ['Embassy of Japan in Berlin', { sendingState: 'JPN' }],
    [
      'Embassy of Kosovo to the United Kingdom of Great Britain and Northern Ireland',
      { sendingState: 'XKX', receivingState: 'GBR', city: null },
    ],
    ['Apostolic Nunciature of the Holy See in Berlin', { kind: 'APOSTOLIC_NUNCIATURE', sendingState: 'VAT' }],
    ['Embassy of Ireland in Rome', { sendingState: 'IRL', receivingState: 'ITA', city: 'Rome' }],
    ['Embassy of Ireland to the Holy See in Rome', { sendingState: 'IRL', receivingState: 'VAT', city: 'Rome' }],
    ['De facto Embassy of Taiwan in Prague', { kind: 'DE_FACTO_EMBASSY', sendingState: 'TWN', city: 'Prague' }],
  ])('is %s', (name, changes) => {
    expect(missionName(post(changes))).toBe(name);
  });

  it('is none where a code has no name', () => {
    expect(missionName(post({ sendingState: 'ZZZ' }))).toBeNull();
    expect(missionName(post({ receivingState: 'ZZZ' }))).toBeNull();
  });

  it.each<[string, string, Partial<NamedPost>]>([
    ['de', 'Botschaft (Japan), Berlin', { sendingState: 'JPN' }],
    ['fr', 'Ambassade (Japon), Berlin', { sendingState: 'JPN' }],
    ['fr-CA', 'Ambassade (Japon), Berlin', { sendingState: 'JPN' }],
    ['es', 'Consulado general (Japón), Zagreb', { kind: 'CONSULATE_GENERAL', sendingState: 'JPN', city: 'Zagreb' }],
    [
      'hr',
      'Veleposlanstvo (Irska – Sveta Stolica), Rome',
      { sendingState: 'IRL', receivingState: 'VAT', city: 'Rome' },
    ],
    ['de', 'Apostolische Nuntiatur (Heiliger Stuhl), Berlin', { kind: 'APOSTOLIC_NUNCIATURE', sendingState: 'VAT' }],
    ['fr', 'Ambassade (Kosovo – Allemagne)', { sendingState: 'XKX', city: null }],
    ['en', 'Embassy of Japan in Berlin', { sendingState: 'JPN' }],
    ['en-GB', 'Embassy of Japan in Berlin', { sendingState: 'JPN' }],
  ])('is in %s %s', (language, name, changes) => {
    expect(missionNameIn(post(changes), language)).toBe(name);
  });

  it('is none in a language in which kinds of post have no names here, and for a code without a name', () => {
    expect(missionNameIn(post({}), 'ja')).toBeNull();
    expect(missionNameIn(post({ sendingState: 'ZZZ' }), 'fr')).toBeNull();
    expect(() => missionNameIn(post({}), 'no tag')).toThrow('not a language tag');
  });

  it('has words of its own for every kind of post in each language', () => {
    for (const { titles } of TITLES_IN.values()) {
      const words = Object.values(titles);
      expect(new Set(words).size).toBe(words.length);
    }
  });
});
