import { describe, expect, it } from '@jest/globals';
import { chooseMediaType } from './accept.js';

const NEW = 'application/graphql-response+json';
const OLD = 'application/json';

describe('the media type of an answer', () => {
  it.each([
    [undefined, OLD],
    ['', OLD],
    ['*/*', OLD],
    ['application/*', OLD],
    ['text/html', OLD],
    ['text/html;q=0.9, */*;q=0.1', OLD],
    [NEW, NEW],
    [`${NEW}; charset=utf-8`, NEW],
    [`${NEW};charset="UTF-8"`, NEW],
    ['APPLICATION/GRAPHQL-RESPONSE+JSON', NEW],
    [`${NEW}, ${OLD};q=0.9`, NEW],
    [`${NEW}, ${OLD}`, NEW],
    [`${NEW};q=0, ${OLD}`, OLD],
    [`${NEW};q=0.1, ${OLD};q=0.9`, OLD],
    [`${OLD};q=0.1, ${NEW};q=0.9`, NEW],
    [`${OLD};q=0, */*`, NEW],
    [`${NEW};q=0, ${OLD};q=0`, OLD],
    [`${NEW}x`, OLD],
    [`x${NEW}`, OLD],
    [`${NEW}, application/graphql+json, ${OLD}, text/event-stream, multipart/mixed`, NEW],
    [',,,;q=,', OLD],
  ])('for `Accept: %s` is %s', (accept, type) => {
    expect(chooseMediaType(accept)).toEqual({
      contentType: `${type}; charset=utf-8`,
      isLegacy: type === OLD,
      isStream: false,
      isExport: false,
    });
  });

  it.each(['text/event-stream', 'text/event-stream, multipart/mixed', `text/event-stream, ${OLD};q=0.9`])(
    'for `Accept: %s` is a stream',
    (accept) => {
      expect(chooseMediaType(accept).isStream).toBe(true);
    },
  );

  it.each(['application/x-ndjson', `application/x-ndjson, ${NEW};q=0.9`])('for `Accept: %s` is an export', (accept) => {
    expect(chooseMediaType(accept)).toMatchObject({ isExport: true, isStream: false, isLegacy: false });
  });
});
