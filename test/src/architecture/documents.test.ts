import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { documents, ROOT } from './source-files.js';

const LINK = /\]\((?!https?:|mailto:|#)([^)#\s]+)/g;
const FILE =
  /`((?:packages|services|gateway|notary|witness|test|docs|scripts|bench|data)\/[\w./-]+\.(?:ts|mjs|md|json|cedar|graphql|go|csv|yml))`/g;
const DECISION = /^docs\/adr\/(\d{4})-/;
const REPLACES = /\b(?:replaces|amends|narrows|widens|goes on from|sharpens)\b[^.]*/gi;

const pages = documents().map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
const decisions = pages.flatMap((page) => {
  const number = DECISION.exec(page.path)?.[1];
  // What a decision replaces stands above its text: in the first lines below its title.
  return number === undefined ? [] : [{ ...page, number, above: page.text.split('\n').slice(1, 6).join(' ') }];
});

describe('the documents', () => {
  it('have no link that leads nowhere, and name no file that is not there', () => {
    const dead = pages.flatMap(({ path, text }) => {
      const links = [...text.matchAll(LINK)].map((match) => join(dirname(path), match[1] ?? ''));
      const files = [...text.matchAll(FILE)].map((match) => match[1] ?? '');
      return [...links, ...files]
        .filter((target) => !existsSync(join(ROOT, target)))
        .map((target) => `${path}: ${target}`);
    });
    expect(dead).toEqual([]);
  });

  it('name in each decision the later one that says it replaces it', () => {
    const pairs = decisions.flatMap(({ number, above }) =>
      [...above.replace(/Later: .*?\.(?=\s)/, '').matchAll(REPLACES)]
        .flatMap((sentence) => sentence[0].match(/\b\d{4}\b/g) ?? [])
        .filter((earlier) => earlier < number)
        .map((earlier) => ({ earlier, number })),
    );
    expect(pairs.length).toBeGreaterThan(10);
    const unnamed = pairs.filter(
      ({ earlier, number }) => !decisions.some((page) => page.number === earlier && page.above.includes(number)),
    );
    expect(unnamed).toEqual([]);
  });

  it('have no two decisions of one number', () => {
    const numbers = decisions.map(({ number }) => number);
    expect(numbers).toEqual([...new Set(numbers)]);
  });
});
