import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { loadPolicies } from '../compile/load-policies.js';
import { POLICIES } from '../generated/policies.js';
import { loadCases } from '../testkit/case-file.js';
import { printRegister } from './print-register.js';
import { loadCatalogue, loadEntries, REGISTER_FOLDER } from './register.js';

const ROOT = new URL('../../../', REGISTER_FOLDER);
const catalogue = loadCatalogue();
const entries = loadEntries();
const catalogued = new Map(catalogue.rules.map((rule) => [rule.id, rule]));

describe('the legal register', () => {
  it('undertakes 115 rules, each once and each of a known instrument', () => {
    const prefixes = catalogue.instruments.map(({ prefix }) => prefix);

    expect(catalogued.size).toBe(115);
    expect(catalogue.rules).toHaveLength(115);
    expect([...catalogued.keys()].filter((id) => !prefixes.includes(id.split('-')[0] ?? ''))).toEqual([]);
  });

  it('holds every rule of the catalogue exactly once', () => {
    const held = entries.map(({ id }) => id).filter((id) => catalogued.has(id));

    expect(held.sort()).toEqual([...catalogued.keys()].sort());
  });

  it('holds no other rule twice either', () => {
    const ids = entries.map(({ id }) => id);

    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('says of each rule what the catalogue says', () => {
    const said = entries.filter(({ id }) => catalogued.has(id));

    expect(said.map(({ id, citation, effect, checked }) => ({ id, citation, effect, checked }))).toEqual(
      said.map(({ id }) => catalogued.get(id)),
    );
  });

  it('names only files that there are', () => {
    const files = entries.flatMap(({ where, cases }) => [...where, ...cases]);

    expect(files.filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
  });

  it('names for a rule that a policy holds that policy and its cases', () => {
    for (const { id, where, cases } of entries.filter(({ held }) => held === 'policy')) {
      expect(where).toContainEqual(expect.stringMatching(new RegExp(`/${id}\\.cedar$`)));
      expect(cases).toContainEqual(expect.stringMatching(new RegExp(`/${id}\\.cases\\.json$`)));
    }
  });

  it('names for a rule that is held by an obligation a policy that asks for one', () => {
    const obliging = POLICIES.filter((policy) => policy.effect !== 'forbid' && policy.obligations.length > 0);
    for (const { id, where } of entries.filter(({ held }) => held === 'obligation')) {
      const named = obliging.filter((policy) => where.some((path) => path.endsWith(`/${policy.id}.cedar`)));

      expect({ id, obliges: named.length > 0 }).toEqual({ id, obliges: true });
    }
  });

  it('leaves out no policy file and no case file', () => {
    const named = new Set(entries.flatMap(({ where, cases }) => [...where, ...cases]));
    const policies = loadPolicies().map(({ path }) => `packages/policy/law/${path}`);
    const cases = [...loadCases().values()].map(([first]) => `packages/policy/law/${first?.path}`);

    expect([...policies, ...cases].filter((path) => !named.has(path))).toEqual([]);
  });

  it('knows every policy there is', () => {
    const known = new Set(entries.map(({ id }) => id));

    expect(POLICIES.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
  });

  it('is printed as it stands now', () => {
    expect(readFileSync(new URL('docs/legal-register.md', ROOT), 'utf8')).toBe(printRegister(catalogue, entries));
  });
});
