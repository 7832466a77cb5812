import { describe, expect, it } from '@jest/globals';
import { Opened, openAll, openTogether } from './opened.js';

const failing = (): Promise<never> => Promise.reject(new Error('the port is taken'));

describe('a start of several parts', () => {
  it('closes in reverse what it had opened when a part fails, and tells that failure', async () => {
    const closed: string[] = [];
    const start = openAll(async (opened) => {
      opened.add('database', (name) => closed.push(name));
      opened.add('service', (name) => closed.push(name));
      return failing();
    });

    await expect(start).rejects.toThrow('the port is taken');
    expect(closed).toEqual(['service', 'database']);
  });

  it('closes the rest when one cannot be closed, and still tells why it did not start', async () => {
    const closed: string[] = [];
    const start = openAll(async (opened) => {
      opened.add('database', (name) => closed.push(name));
      opened.add('service', () => Promise.reject(new Error('it hangs')));
      return failing();
    });

    await expect(start).rejects.toThrow('the port is taken');
    expect(closed).toEqual(['database']);
  });

  it('leaves open what started whole, until it is closed: once, all of it, with what failed', async () => {
    const closed: string[] = [];
    const { opened } = await openAll(async (all) => {
      all.add('database', (name) => closed.push(name));
      all.add('service', () => Promise.reject(new Error('it hangs')));
      return { opened: all };
    });

    expect(closed).toEqual([]);
    await expect(opened.close()).rejects.toThrow('it hangs');
    await opened.close();
    expect(closed).toEqual(['database']);
  });

  it('waits for those that start beside one that fails, and closes them', async () => {
    const closed: string[] = [];
    const opened = new Opened();
    const late = new Promise<string>((resolve) => setImmediate(() => resolve('late')));

    await expect(openTogether(opened, [failing(), late], (name) => closed.push(name))).rejects.toThrow('taken');
    await opened.close();
    expect(closed).toEqual(['late']);
  });
});
