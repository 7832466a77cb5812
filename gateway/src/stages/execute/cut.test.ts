import { getEventListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { CallCut } from './cut.js';

const AGES_MS = 60_000;
const heardBy = (cut: CallCut): Promise<unknown> =>
  new Promise((resolve) => cut.addEventListener('abort', () => resolve(cut.reason)));

describe('the end of a call', () => {
  it('comes with the end of its request, for the same reason, and once', async () => {
    const request = new AbortController();
    const cut = new CallCut(request.signal, AGES_MS);
    const heard = heardBy(cut);
    expect(cut.aborted).toBe(false);
    cut.throwIfAborted();
    request.abort('gone');

    expect(await heard).toBe('gone');
    expect(cut.aborted).toBe(true);
    expect(() => cut.throwIfAborted()).toThrow('gone');
    cut.end();
  });

  it('has come already when its request is over', () => {
    const cut = new CallCut(AbortSignal.abort('long gone'), AGES_MS);
    expect(cut.reason).toBe('long gone');
    cut.end();
  });

  it('comes after its own time, or after a shorter one that it is given later', async () => {
    const [request, ages] = [new AbortController(), AGES_MS];
    const late = new CallCut(request.signal, 0);
    const shortened = new CallCut(request.signal, ages);
    const heard = [late, shortened].map(heardBy);
    shortened.within(1);
    for (const reason of await Promise.all(heard)) expect(reason).toMatchObject({ name: 'TimeoutError' });
    expect(request.signal.aborted).toBe(false);
    for (const cut of [late, shortened]) cut.end();
  });

  it('leaves nothing behind with its request', () => {
    const request = new AbortController();
    const cuts = Array.from({ length: 3 }, () => new CallCut(request.signal, AGES_MS));
    expect(getEventListeners(request.signal, 'abort')).toHaveLength(3);
    for (const cut of cuts) cut.end();
    expect(getEventListeners(request.signal, 'abort')).toHaveLength(0);
  });
});
