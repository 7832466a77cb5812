import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseTarget } from './parse-target.js';

describe('the path of a request target', () => {
  it.each([
    ['/graphql', '/graphql'],
    ['/graphql?x=/y', '/graphql'],
    ['/', '/'],
    ['http://gateway.example/graphql?x', '/graphql'],
    ['HTTP://gateway.example', '/'],
    // As sent, not as a link would be followed: none of these is /graphql.
    ['//elsewhere.example/graphql', '//elsewhere.example/graphql'],
    ['/\\elsewhere.example/graphql', '/\\elsewhere.example/graphql'],
    ['/x/../graphql', '/x/../graphql'],
    ['//', '//'],
    ['/\\', '/\\'],
    ['//[', '//['],
    ['http://[', null],
    ['http://[/', null],
    ['*', null],
    ['', null],
    ['graphql', null],
    ['gateway.example:443', null],
    ['javascript:/graphql', null],
  ])('of `%s` is %s', (target, path) => {
    expect(parseTarget(target)?.path ?? null).toBe(path);
  });

  it.each([
    ['/graphql', ''],
    ['/graphql?', ''],
    ['/graphql?query=%7Ba%7D?&b', 'query=%7Ba%7D?&b'],
    ['http://gateway.example/graphql?x=1', 'x=1'],
  ])('of `%s` has the query `%s`', (target, search) => {
    expect(parseTarget(target)?.search).toBe(search);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (target) => void parseTarget(target)));
    fc.assert(fc.property(fc.string(), (target) => void parseTarget(`http://${target}`)));
  });
});
