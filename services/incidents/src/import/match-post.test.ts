import { describe, expect, it } from '@jest/globals';
import { createPostMatcher, type IncidentSite, type RegisterPost } from './match-post.js';

const post = (key: string, kind: string, city: string | null): RegisterPost => ({
  key,
  kind,
  city,
  sendingState: 'ISR',
  receivingState: 'GBR',
});
const site = (change: Partial<IncidentSite> = {}): IncidentSite => ({
  sendingState: 'ISR',
  receivingState: 'GBR',
  city: 'London',
  siteKind: 'EMBASSY',
  ...change,
});

describe('the match of an incident to a post', () => {
  it('is the one post of a fitting kind in that city', () => {
    const match = createPostMatcher([post('Q1', 'EMBASSY', 'London'), post('Q2', 'CONSULATE', 'London')]);

    expect(match(site())).toBe('Q1');
    expect(match(site({ siteKind: 'RESIDENCE' }))).toBe('Q1');
    expect(match(site({ siteKind: 'CONSULATE_GENERAL' }))).toBe('Q2');
  });

  it('folds accents, apostrophes and districts, and nothing else', () => {
    expect(createPostMatcher([post('Q1', 'EMBASSY', 'City of Westminster')])(site())).toBe('Q1');
    expect(createPostMatcher([post('Q1', 'EMBASSY', 'Bogotá')])(site({ city: 'Bogota' }))).toBe('Q1');
    expect(createPostMatcher([post('Q1', 'EMBASSY', 'Sanaa')])(site({ city: "Sana'a" }))).toBe('Q1');
    expect(createPostMatcher([post('Q1', 'EMBASSY', 'Hanoi')])(site({ city: 'Saigon' }))).toBeNull();
  });

  it('is none when two posts fit, when the pair of States differs, or when the place is no post', () => {
    const match = createPostMatcher([post('Q1', 'EMBASSY', 'London'), post('Q2', 'EMBASSY', 'London')]);
    expect(match(site())).toBeNull();

    const one = createPostMatcher([post('Q1', 'EMBASSY', 'London'), post('Q3', 'EMBASSY', null)]);
    expect(one(site({ receivingState: 'FRA' }))).toBeNull();
    expect(one(site({ sendingState: null }))).toBeNull();
    expect(one(site({ siteKind: 'ANNEX' }))).toBeNull();
  });
});
