import { sha256Of } from '@chancery/shared/brands';
import { describe, expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import type { RequestBody } from '../read/choose-document.js';
import { entryOf } from './entry-of.js';
import { NOTHING_REACHED, type Reached } from './outcome.js';

const TEXT = 'query Q($asked: Int, $__proto__: Int, $left: Int) { a }';
const VARIABLES = JSON.parse('{"asked":[[1]],"other":"secret","__proto__":5}');
const BODY: RequestBody = {
  text: TEXT,
  operationName: null,
  variables: VARIABLES,
  tellsBasis: false,
  onError: 'PROPAGATE',
  resume: null,
  listed: null,
};
const OPERATION = getOperationAST(parse(TEXT)) ?? null;

const entryWith = (reached: Partial<Reached>) =>
  entryOf(
    {
      kind: 'refused',
      reached: { ...NOTHING_REACHED, ...reached },
      error: Object.assign(new Error(), { code: 'INTERNAL' as const, status: 500, name: 'InternalError' as const }),
    },
    { networkAddress: '192.0.2.1' },
    { policy: sha256Of('p'), schema: sha256Of('s') },
    0,
  );

describe('the entry of a refusal', () => {
  it('records the variables that the operation declares, as they were sent, and no others', () => {
    const { variables } = entryWith({ body: BODY, operation: OPERATION }).private;
    expect(JSON.stringify(variables)).toBe('{"asked":[[1]],"__proto__":5}');
  });

  it('records no variable while no operation is found that could declare it, but the document that was sent', () => {
    const entry = entryWith({ body: { ...BODY, text: '{' } });
    expect(entry.private.variables).toBeNull();
    expect(entry.api).toEqual({
      operation: null,
      doc: 'sha256:021fb596db81e6d02bf3d2586ee3981fe519f275c0ac9ca76bbcf2ebb4097d96',
      trace: '',
    });
  });

  it('records on what a listed document says it rests', () => {
    const listed = { text: TEXT, purpose: null, basis: 'VCCR 31(2)' };
    expect(entryWith({ body: { ...BODY, listed } }).stated).toBe('VCCR 31(2)');
    expect(entryWith({ body: BODY }).stated).toBeNull();
  });
});
