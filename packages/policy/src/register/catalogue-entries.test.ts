import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { LAW_FOLDER } from '../compile/load-policies.js';
import { POLICIES } from '../generated/policies.js';
import { RULE_TEXTS } from '../generated/rule-texts.js';
import { loadCatalogue } from './catalogue.js';
import { loadEntries, ROOT } from './catalogue-entries.js';
import { printLegalRegister } from './print-legal-register.js';
import { printRuleTexts } from './print-rule-texts.js';

const catalogue = loadCatalogue();
const entries = loadEntries(catalogue);
const undertaken = new Map(catalogue.rules.map((rule) => [rule.id, rule]));
const folders = new Map(catalogue.instruments.map(({ prefix, folder }) => [prefix, folder]));
const WRITES = new URL('packages/policy/src/writes/', ROOT);
const prefixOf = (id: string): string => id.split('-')[0] ?? '';

describe('the catalogue of law', () => {
  it('undertakes 115 rules, each once, and names every further rule once', () => {
    const named = [...catalogue.rules.map(({ id }) => id), ...catalogue.further];

    expect(catalogue.rules).toHaveLength(115);
    expect(undertaken.size).toBe(115);
    expect(new Set(named).size).toBe(named.length);
  });

  it('knows the instrument of every rule, and no instrument without one', () => {
    const prefixes = [...undertaken.keys(), ...catalogue.further].map(prefixOf);

    expect([...new Set(prefixes)].sort()).toEqual([...folders.keys()].sort());
  });
});

describe('the legal register', () => {
  it('holds every rule of the catalogue exactly once, and no rule that is not in it', () => {
    const held = entries.map(({ id }) => id).sort();

    expect(held).toEqual([...undertaken.keys(), ...catalogue.further].sort());
  });

  it('says of no rule that it has another effect than was undertaken', () => {
    const others = entries.filter(({ id, effect }) => (undertaken.get(id)?.effect ?? effect) !== effect);

    expect(others).toEqual([]);
  });

  it('finds each rule in the folder of its instrument', () => {
    for (const { id, file } of entries) {
      expect(file).toMatch(new RegExp(`/law/${folders.get(prefixOf(id))}/${id}\\.(cedar|rule\\.json)$`));
    }
  });

  it('names only files that there are', () => {
    const files = entries.flatMap(({ where, cases }) => [...where, ...cases]);

    expect(files.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
  });

  it('names for every rule something that tests it, and for a policy its own cases', () => {
    for (const { id, held, cases } of entries) {
      expect({ id, cases }).not.toEqual({ id, cases: [] });
      if (held === 'policy' || held === 'obligation') expect(cases[0]).toMatch(new RegExp(`/${id}\\.cases\\.json$`));
    }
  });

  it('names for a rule that is held by an obligation a policy that asks for one', () => {
    const obliging = POLICIES.filter((policy) => policy.effect !== 'forbid' && policy.obligations.length > 0);
    const held = entries.filter((entry) => entry.held === 'obligation').map(({ id }) => id);

    expect(held.filter((id) => !obliging.some((policy) => policy.id === id))).toEqual([]);
    expect(held).not.toHaveLength(0);
  });

  it('leaves out no file of the law', () => {
    const named = new Set(entries.flatMap(({ file, where, cases }) => [file, ...where, ...cases]));
    const files = readdirSync(LAW_FOLDER, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.includes('/') && !path.endsWith('/') && /\.[a-z]+$/.test(path))
      .map((path) => `packages/policy/law/${path}`);

    expect(files.length).toBeGreaterThan(entries.length);
    expect(files.filter((path) => !named.has(path))).toEqual([]);
  });

  it('names every module that checks a write by a rule of law', () => {
    const named = new Set(entries.flatMap(({ where }) => where));
    const checking = readdirSync(WRITES)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'verdict.ts')
      // That a version of an act follows the one before is form, and no law.
      .filter((name) => !readFileSync(new URL(name, WRITES), 'utf8').includes("'ACT-FORM'"));

    expect(checking.length).toBeGreaterThan(15);
    expect(checking.filter((name) => !named.has(`packages/policy/src/writes/${name}`))).toEqual([]);
  });

  it('is printed as it stands now', () => {
    expect(readFileSync(new URL('docs/legal-register.md', ROOT), 'utf8')).toBe(printLegalRegister(catalogue, entries));
  });
});

describe('the texts of the rules', () => {
  it('are those of the law folder, one for each rule', () => {
    const kept = readFileSync(new URL('packages/policy/src/generated/rule-texts.ts', ROOT), 'utf8');
    expect(kept).toBe(printRuleTexts(entries, POLICIES));
    expect(Object.keys(RULE_TEXTS).sort()).toEqual(entries.map(({ id }) => id).sort());
  });
});
