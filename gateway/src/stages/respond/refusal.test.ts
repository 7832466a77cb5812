import { readFileSync } from 'node:fs';
import { ClientError, ERRORS, type ErrorCode, HeaderError, InternalError } from '@chancery/shared/errors';
import { describe, expect, it } from '@jest/globals';
import { DocumentError } from '../read/document-error.js';
import { BodyTooLongError } from '../receive/read-request.js';
import { refusal } from './refusal.js';

const CANARY = 'canary-5d1e';

function errorWith(code: ErrorCode): ClientError | InternalError {
  switch (code) {
    case 'AGREEMENTS_UNKNOWN':
    case 'AUDIT_UNAVAILABLE':
    case 'ISSUER_KEYS_UNAVAILABLE':
    case 'OVERLOADED':
    case 'SUBGRAPH_UNREACHABLE':
    case 'OUTCOME_UNKNOWN':
    case 'DEADLINE_EXCEEDED':
    case 'INTERNAL':
      return new InternalError(code, CANARY);
    default:
      return new ClientError(code, `no \`${CANARY}\``, 'x');
  }
}
const CODES = Object.keys(ERRORS) as ErrorCode[];

describe('a refusal', () => {
  it.each(CODES)('with %s has the statuses that docs/errors.md gives for both media types', (code) => {
    const { status, requestError } = refusal(errorWith(code));
    const row = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`| \`${code}\` |`));
    expect(row?.split('|').slice(2, 4).map(Number)).toEqual([status, requestError ? 200 : status]);
  });

  it.each(CODES)('with %s keeps the words of the caller, and gives none of ours but the text of the code', (code) => {
    const error = errorWith(code);
    const [item] = JSON.parse(refusal(error).body).errors;
    const isOurs = error instanceof InternalError;
    expect(item.message).toBe(isOurs ? ERRORS[code].text : error.message);
    expect(item.extensions).toEqual(isOurs ? { code } : { code, argument: 'x' });
    expect(JSON.stringify(refusal(error)).includes(CANARY)).toBe(!isOurs);
  });

  it.each(CODES.filter((code) => ERRORS[code].status === 401))('with %s carries a challenge', (code) => {
    const challenge = refusal(errorWith(code)).headers['www-authenticate'];
    // RFC 6750 section 3: realm, error and description as quoted strings of these characters alone.
    expect(challenge).toMatch(/^Bearer realm="chancery"(, error="invalid_token", error_description="[ !#-[\]-~]+")?$/);
    expect(challenge?.includes('error=')).toBe(code !== 'TOKEN_MISSING');
    expect(challenge).not.toContain(CANARY);
  });

  it('carries a challenge for no other status', () => {
    const others = CODES.filter((code) => ERRORS[code].status !== 401);
    expect(others.filter((code) => 'www-authenticate' in refusal(errorWith(code)).headers)).toEqual([]);
  });

  it('for a type or encoding says which are read', () => {
    expect(refusal(new ClientError('MEDIA_TYPE_UNSUPPORTED', 'x')).headers).toEqual({
      accept: 'application/json',
      'accept-encoding': 'identity',
    });
  });

  it.each(CODES.filter((code) => [429, 503].includes(ERRORS[code].status)))(
    'with %s says when to come back',
    (code) => {
      expect(refusal(errorWith(code)).headers).toEqual({ 'retry-after': expect.stringMatching(/^\d+$/) });
    },
  );

  it('for a header has its status whichever media type is accepted', () => {
    expect(refusal(new HeaderError('Chancery-Purpose', 'unknown'))).toMatchObject({ status: 400, requestError: false });
    expect(refusal(new ClientError('INPUT_INVALID', 'no date', 'filter'))).toMatchObject({ requestError: true });
  });

  it('for a body that is too long has status 413 and lets the connection go', () => {
    expect(refusal(new BodyTooLongError())).toMatchObject({
      status: 413,
      requestError: false,
      headers: { connection: 'close' },
    });
  });

  it('for a document tells each issue with its place', () => {
    const issues = [{ message: 'one', locations: [{ line: 2, column: 3 }] }, { message: 'two' }];
    const { errors } = JSON.parse(refusal(new DocumentError('DOCUMENT_INVALID', issues)).body);
    expect(errors).toEqual(issues.map((issue) => ({ ...issue, extensions: { code: 'DOCUMENT_INVALID' } })));
  });
});
