import { describe, expect, it } from '@jest/globals';
import { missionName, type NamedPost } from './mission-name.js';

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
});
