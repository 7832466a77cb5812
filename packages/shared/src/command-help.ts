import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Instant } from './clock.js';
import { spokenInstant, writtenInstant } from './written-instant.js';

type Options = NonNullable<ParseArgsConfig['options']>;
type Words<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>
>;

/** Says what is wrong with a command line, by the argument that is and in the caller's own words. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Prints how a command is called when that is what was asked; true when it was. */
export function helped(args: readonly string[], usage: string): boolean {
  if (!args.some((arg) => arg === '--help' || arg === '-h')) return false;
  process.stdout.write(ended(usage));
  return true;
}

/** What a reader makes of a command line; null where it is wrong: what is wrong with it is said, and then how the command is called. */
export function readCommand<T>(usage: string, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!toldUsage(error, usage)) throw error;
    return null;
  }
}

/** Says what is wrong with a command line, when that is what the error is about; true when it was. */
export function toldUsage(error: unknown, usage: string): boolean {
  const isUsage =
    error instanceof Error &&
    (error instanceof UsageError || ('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')));
  if (isUsage) process.stderr.write(`${error.message}\n${ended(usage)}`);
  return isUsage;
}

/** The options of a command line, each once unless it may be said again, and at most so many other words. */
export function wordsOf<const O extends Options>(args: readonly string[], options: O, most = 0): Words<O> {
  const config = { args: [...args], options, allowPositionals: true, strict: true } as const;
  const { tokens, positionals } = parseArgs({ ...config, tokens: true });
  const said = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option' || options[token.name]?.multiple === true) continue;
    // parseArgs would take the last, and let the caller believe in the first.
    if (said.has(token.name)) throw new UsageError(`--${token.name} is given twice`);
    said.add(token.name);
  }
  const more = positionals[most];
  if (more !== undefined) throw new UsageError(`\`${more}\` is one word too many`);
  return parseArgs(config);
}

/** The text of an argument that there has to be. */
export function needed(name: string, text: string | undefined, what: string): string {
  if (text === undefined || text.trim() === '') throw new UsageError(`${name} is missing: ${what}`);
  return text;
}

/** A whole number from 1. */
export function countOf(name: string, text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new UsageError(`${name}: \`${text}\` is no whole number from 1`);
  return Number(text);
}

/** One of the words that there are. */
export function oneOf<const T extends string>(name: string, text: string, words: readonly T[]): T {
  const word = words.find((each) => each === text);
  if (word === undefined) throw new UsageError(`${name}: \`${text}\` is none of ${words.join(', ')}`);
  return word;
}

/** An instant as it is written, or, where it is said what time it is now, in words too. */
export function instantOf(name: string, text: string, now?: Instant): Instant {
  const instant = now === undefined ? writtenInstant(text) : spokenInstant(text, now);
  if (instant === null) throw new UsageError(`${name}: \`${text}\` is no time`);
  return instant;
}

/** What the caller's environment has to say, for a command that is run by itself. */
export function neededVariable(name: string): string {
  const text = process.env[name];
  if (text === undefined || text === '') throw new UsageError(`${name} is not set`);
  return text;
}

const ended = (usage: string): string => (usage.endsWith('\n') ? usage : `${usage}\n`);
