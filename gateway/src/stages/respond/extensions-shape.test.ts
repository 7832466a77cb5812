import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import type { ChanceryErrorExtensions, ChanceryExtensions } from '../../../../docs/examples/chancery-extensions.js';
import { answerSchema, type ERROR_EXTENSIONS, type EXTENSIONS } from './extensions-shape.js';

/** The names of every member, however deep, with whether it may be missing: what a client writes its code against. */
type Shape<T> = T extends readonly (infer I)[] ? Shape<I>[] : T extends object ? { [K in keyof T]: Shape<T[K]> } : 1;
type Equal<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

describe('what clients are told of an answer', () => {
  it('docs/answer.schema.json is what the shape gives', () => {
    const kept = readFileSync(new URL('../../../../docs/answer.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(kept)).toEqual(answerSchema());
  });

  it('docs/examples/chancery-extensions.d.ts has the same members', () => {
    // Held by the compiler.
    const answer: Equal<Shape<z.infer<typeof EXTENSIONS>>, Shape<ChanceryExtensions>> = true;
    const error: Equal<Shape<z.infer<typeof ERROR_EXTENSIONS>>, Shape<ChanceryErrorExtensions>> = true;
    expect([answer, error]).toEqual([true, true]);
  });
});
