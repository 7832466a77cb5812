import { type ListedOperations, listedDigestOf } from '@chancery/shared/subjects/listed-operations';
import { describe, expect, it } from '@jest/globals';
import { chooseDocument, requireListed } from './choose-document.js';

const FIRE = 'query Fire { a }';
const WHOLE = 'query Whole { a }';
const LISTED: ListedOperations = new Map([
  [listedDigestOf(FIRE), { text: FIRE, purpose: 'PROTECT_LIFE', basis: 'VCCR 31(2)' }],
  [listedDigestOf(WHOLE), { text: null, purpose: null, basis: null }],
]);
const said = (text: string | null, digest: string | null = null) => ({
  text,
  digest,
  operationName: null,
  variables: {},
  tellsBasis: false,
  onError: 'PROPAGATE' as const,
  resume: null,
});
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('a document without a list', () => {
  it('is the one that was sent', () => {
    expect(chooseDocument(said('{a}'), null)).toMatchObject({ text: '{a}', listed: null });
    expect(chooseDocument(said('{a}', listedDigestOf('{a}')), null)).toMatchObject({ text: '{a}' });
  });

  it('that was not sent is refused in the words that clients fall back by', () => {
    expect(() => chooseDocument(said(null, listedDigestOf('{a}')), null)).toThrow(
      expect.objectContaining({ code: 'PERSISTED_QUERY_NOT_SUPPORTED', message: 'PersistedQueryNotSupported' }),
    );
  });
});

describe('a document under a list', () => {
  it('is found by its text and by its digest, for its purpose', () => {
    for (const body of [
      chooseDocument(said(FIRE), LISTED),
      chooseDocument(said(null, listedDigestOf(FIRE)), LISTED),
      chooseDocument(said(FIRE, listedDigestOf(FIRE)), LISTED),
    ]) {
      expect(body).toMatchObject({ text: FIRE, listed: { basis: 'VCCR 31(2)' } });
      expect(() => requireListed(body, 'PROTECT_LIFE')).not.toThrow();
      expect(() => requireListed(body, 'TRAINING')).toThrow(code('OPERATION_NOT_LISTED'));
    }
  });

  it('is sent whole when its digest alone is listed', () => {
    const body = chooseDocument(said(WHOLE), LISTED);
    expect(() => requireListed(body, 'TRAINING')).not.toThrow();
    expect(() => chooseDocument(said(null, listedDigestOf(WHOLE)), LISTED)).toThrow(code('OPERATION_NOT_LISTED'));
  });

  it.each(['{ a }', `${FIRE} `, '', 'query Fire{a}', '{ __schema { types { name } } }'])(
    'is refused as `%s`',
    (text) => {
      const body = chooseDocument(said(text), LISTED);
      expect(body.text).toBe(text);
      expect(() => requireListed(body, 'PROTECT_LIFE')).toThrow(code('OPERATION_NOT_LISTED'));
      expect(() => chooseDocument(said(null, listedDigestOf(text)), LISTED)).toThrow(code('OPERATION_NOT_LISTED'));
    },
  );

  it('is none when the list is empty', () => {
    expect(() => requireListed(chooseDocument(said(FIRE), new Map()), 'PROTECT_LIFE')).toThrow(
      code('OPERATION_NOT_LISTED'),
    );
  });
});
