import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { countOf, instantOf, needed, oneOf, readCommand, UsageError, wordsOf } from './command-help.js';

const OPTIONS = { as: { type: 'string' }, with: { type: 'string', multiple: true } } as const;

const write = process.stderr.write;
let said = '';

beforeEach(() => {
  said = '';
  process.stderr.write = (text: string | Uint8Array) => {
    said += String(text);
    return true;
  };
});

afterEach(() => {
  process.stderr.write = write;
});

describe('a command line that is wrong', () => {
  it.each<[string, () => unknown, string]>([
    ['an option that there is not', () => wordsOf(['--bogus', 'x'], OPTIONS), "Unknown option '--bogus'"],
    ['an option without its value', () => wordsOf(['--as'], OPTIONS), "Option '--as <value>' argument missing"],
    ['an option given twice', () => wordsOf(['--as', 'a', '--as=b'], OPTIONS), '--as is given twice'],
    ['a word too many', () => wordsOf(['a', 'b'], OPTIONS, 1), '`b` is one word too many'],
    ['what is missing', () => needed('--order', undefined, 'its number'), '--order is missing: its number'],
    ['what is blank', () => needed('--order', ' ', 'its number'), '--order is missing: its number'],
    ['no number', () => countOf('--log', '1.5'), '--log: `1.5` is no whole number from 1'],
    ['none', () => countOf('--log', '0'), '--log: `0` is no whole number from 1'],
    ['no such word', () => oneOf('--format', 'xml', ['csv', 'json']), '--format: `xml` is none of csv, json'],
    ['no day', () => instantOf('--since', '2026-02-30', 0), '--since: `2026-02-30` is no time'],
    ['no written time', () => instantOf('--from', '2h'), '--from: `2h` is no time'],
  ])('says %s, and then how the command is called', (_, read, message) => {
    expect(readCommand('usage: x', read)).toBeNull();
    expect(said.startsWith(message)).toBe(true);
    expect(said.endsWith('\nusage: x\n')).toBe(true);
  });

  it('is not what another error is about', () => {
    const fault = new TypeError('of ours');
    expect(() =>
      readCommand('usage: x', () => {
        throw fault;
      }),
    ).toThrow(fault);
    expect(said).toBe('');
  });
});

describe('a command line that is right', () => {
  it('is read without a word', () => {
    const words = readCommand('usage: x', () => wordsOf(['f', '--with', 'a', '--with', 'b', '--as', 'c'], OPTIONS, 1));
    expect(words?.positionals).toEqual(['f']);
    expect({ ...words?.values }).toEqual({ as: 'c', with: ['a', 'b'] });
    expect(readCommand('usage: x', () => instantOf('--since', '1h', 7_200_000))).toBe(3_600_000);
    expect(said).toBe('');
  });

  it('names what is wrong with it as an error of its own name', () => {
    expect(new UsageError('x').name).toBe('UsageError');
  });
});
