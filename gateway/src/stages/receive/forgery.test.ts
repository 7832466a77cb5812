import { describe, expect, it } from '@jest/globals';
import { testRequest } from '../../testkit/test-request.js';
import { originHeaders } from './cross-origin.js';
import { refuseForeignPage, refuseForgeable } from './forgery.js';
import type { GatewayRequest } from './request.js';

type Token = Parameters<typeof refuseForeignPage>[1];

const PAGE = 'https://ui.usa.example';
const token = (...origins: string[]): Token => ({ origins: new Set(origins) }) as Partial<Token> as Token;
const csrf = expect.objectContaining({ code: 'CSRF_REFUSED', status: 403 });

describe('what a foreign page can send without asking', () => {
  it.each<[string, Partial<GatewayRequest>]>([
    ['a link', { method: 'GET' }],
    ['a form', { contentType: ['application/x-www-form-urlencoded'] }],
    ['an upload', { contentType: ['Multipart/Form-Data; boundary=x'] }],
    ['a text', { contentType: ['text/plain;charset=utf-8'] }],
    ['no type', { contentType: [] }],
  ])('is refused: %s', (_what, said) => {
    expect(() => refuseForgeable(testRequest(said))).toThrow(csrf);
    // The header makes a browser ask first; the type is then refused as one that is not read.
    expect(() => refuseForgeable(testRequest({ ...said, authorization: ['Bearer x'] }))).not.toThrow();
  });

  it('is not JSON', () => {
    expect(() => refuseForgeable(testRequest())).not.toThrow();
  });
});

describe('the page of another origin', () => {
  it.each(['https://ui.deu.example', 'null', 'http://ui.usa.example', `${PAGE}.evil.example`, `${PAGE}:8443`, ''])(
    '`%s` is refused unless the agreement of the token lists it',
    (origin) => {
      expect(() => refuseForeignPage(testRequest({ origin: [origin] }), token(PAGE))).toThrow(csrf);
      expect(originHeaders(testRequest({ origin: [origin] }), token(PAGE))).toEqual({});
    },
  );

  it('may read the answer when the agreement of the token lists it, and only then', () => {
    const request = testRequest({ origin: [PAGE] });
    expect(() => refuseForeignPage(request, token(PAGE))).not.toThrow();
    expect(originHeaders(request, token(PAGE))).toMatchObject({ 'access-control-allow-origin': PAGE });
    expect(() => refuseForeignPage(request, token())).toThrow(csrf);
    expect(originHeaders(request, token())).toEqual({});
    expect(originHeaders(request, null)).toEqual({});
  });

  it('is not who serves the page itself, nor a client that is no browser', () => {
    expect(() => refuseForeignPage(testRequest({ origin: ['http://gateway'] }), token())).not.toThrow();
    expect(() => refuseForeignPage(testRequest(), token())).not.toThrow();
  });

  it('cannot be two', () => {
    const twice = testRequest({ origin: [PAGE, 'http://gateway'] });
    expect(() => refuseForeignPage(twice, token(PAGE))).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });
});
