import { describe, expect, it } from '@jest/globals';
import { parseRegisterKey } from '../../brands.js';
import { ClientError } from '../../errors.js';
import { parseHandling } from '../../labels/parse-handling.js';
import { checkOfPost, type LinkedRow } from './find-handlings.js';

const HERE = parseRegisterKey('Q1');

function linked(post: string, tellsPosts: boolean, isOfPost = true): LinkedRow {
  const handling = parseHandling(`l=USA:0;rel=USA;nat=*;pur=*;own=USA.diplomatic-security;m=${post}`);
  const rows = { prefix: 'thr', table: 'threat', handlingColumn: 'handling_id' };
  return { number: null, handling, id: 'thr_1', tellsPosts, link: { field: 'threat', rows, isOfPost } };
}

function refusal(row: LinkedRow): unknown {
  try {
    checkOfPost([row], [HERE]);
    return null;
  } catch (error) {
    return error instanceof ClientError ? { ...error, message: error.message } : error;
  }
}

describe('a row that must be one of the post', () => {
  it('is taken where it is, and refused where its writer reads that it is of another', () => {
    expect(refusal(linked('Q1', true))).toBeNull();
    expect(refusal(linked('Q2', true))).toMatchObject({
      code: 'INPUT_INVALID',
      message: '`threat` is of another post',
    });
  });

  it('is not there for who may not read of which post it is: what it is told of this post and of another is one', () => {
    const told = refusal(linked('Q1', false));
    expect(told).toMatchObject({ code: 'NOT_FOUND', message: 'not found' });
    expect(refusal(linked('Q2', false))).toEqual(told);
  });

  it('may be of any, and is asked nothing, where the command does not say so', () => {
    expect(refusal(linked('Q2', false, false))).toBeNull();
  });
});
