import { GUARANTEES } from './guarantees.js';
import type { Theorem } from './theorem.js';

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The theorems as a table for the documentation. */
export function printTheorems(theorems: readonly Theorem[]): string {
  const rows = theorems.map(({ id, forbids, article }) => `| \`${id}\` | ${cell(forbids)} | ${cell(article)} |`);
  return ['| theorem | forbids | articles |', '|---|---|---|', ...rows].join('\n');
}

/** What is taken to hold of every question, as a list for the documentation. */
export function printGuarantees(): string {
  return GUARANTEES.map(({ says }) => `- ${says}`).join('\n');
}
