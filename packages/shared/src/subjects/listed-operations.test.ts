import { describe, expect, it } from '@jest/globals';
import { exampleAgreement } from './agreement-example.js';
import { digestIn, listedDigestOf } from './listed-operations.js';
import { parseTrustAgreement } from './trust-agreement.js';

const FIRE = `"""
The way in and out for a crew.
Purpose: PROTECT_LIFE
Basis: VCCR 31(2)
"""
query WaysIn { viewer { agency } }`;
const PLAIN = '{ viewer { agency } }';
const listing = (...texts: string[]) => Object.fromEntries(texts.map((text) => [listedDigestOf(text), text]));
const operationsOf = (operations: unknown) => parseTrustAgreement({ ...exampleAgreement(), operations }).operations;

describe('the operations that an agreement lists', () => {
  it('are any when it has no list, and none when the list is empty', () => {
    expect(parseTrustAgreement(exampleAgreement()).operations).toBeNull();
    expect(operationsOf({})?.size).toBe(0);
  });

  it('say by their description what they are for and on what they rest', () => {
    const listed = operationsOf(listing(FIRE, PLAIN));
    expect(listed?.get(listedDigestOf(FIRE))).toEqual({ text: FIRE, purpose: 'PROTECT_LIFE', basis: 'VCCR 31(2)' });
    expect(listed?.get(listedDigestOf(PLAIN))).toEqual({ text: PLAIN, purpose: null, basis: null });
  });

  it('may be listed by digest alone', () => {
    expect(operationsOf({ [listedDigestOf(PLAIN)]: null })?.get(listedDigestOf(PLAIN))).toMatchObject({ text: null });
  });

  it('may be keyed with the name of the digest, as graphql-codegen writes it', () => {
    expect(operationsOf({ [`sha256:${listedDigestOf(PLAIN)}`]: PLAIN })?.has(listedDigestOf(PLAIN))).toBe(true);
    expect(() => operationsOf({ [`sha256:${listedDigestOf(FIRE)}`]: PLAIN })).toThrow(/is not the SHA-256/);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['a digest of another document', { [listedDigestOf(FIRE)]: PLAIN }, /is not the SHA-256 of its document/],
    ['a digest that is none', { 'sha256:ab': PLAIN }, /operations/],
    ['a document that does not parse', listing('{'), /Syntax Error/],
    ['two operations in one document', listing('query A { a } query B { a }'), /2 operations/],
    ['no operation', listing('fragment F on Query { a }'), /0 operations/],
    ['a purpose that there is not', listing(FIRE.replace('PROTECT_LIFE', 'CURIOSITY')), /`CURIOSITY` is no purpose/],
    ['a basis without end', listing(FIRE.replace('VCCR', 'V'.repeat(300))), /more than 200 letters/],
  ])('are refused for %s', (_what, operations, message) => {
    expect(() => operationsOf(operations)).toThrow(message);
  });

  it('are named by the digest of SHA-256 and by nothing else', () => {
    expect(digestIn(`sha256:${listedDigestOf(FIRE)}`)).toBe(listedDigestOf(FIRE));
    for (const other of ['', 'x', listedDigestOf(FIRE), `md5:${'0'.repeat(32)}`]) expect(digestIn(other)).toBeNull();
  });
});

describe('the origins that an agreement lists', () => {
  const originsOf = (...origins: string[]) => parseTrustAgreement({ ...exampleAgreement(), origins }).origins;

  it('are none when it says nothing', () => {
    expect(parseTrustAgreement(exampleAgreement()).origins.size).toBe(0);
    expect([...originsOf('https://ui.usa.example', 'https://ui.usa.example:8443')]).toHaveLength(2);
  });

  it.each([
    '*',
    'null',
    'http://ui.usa.example',
    'https://*.usa.example',
    'https://ui.usa.example/',
    'https://UI.usa.example',
    'https://u@ui.usa.example',
    'ui.usa.example',
    'https://ui.usa.example:443',
  ])('are refused when one is `%s`', (origin) => {
    expect(() => originsOf(origin)).toThrow(/origins\.0/);
  });
});
