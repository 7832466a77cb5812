import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { POLICIES } from '../generated/policies.js';
import { parseExpression } from './expression.js';
import { LAW_FOLDER, loadPolicies } from './load-policies.js';
import { printUpperBound } from './print-expression.js';
import { policySetVersion, printModule } from './print-module.js';
import { schemaText } from './schema-text.js';

const sources = loadPolicies();

describe('what is generated', () => {
  it('is what the policy texts say now', () => {
    expect(readFileSync(new URL('../src/generated/policies.ts', LAW_FOLDER), 'utf8')).toBe(printModule(sources));
    expect(readFileSync(new URL('chancery.cedarschema', LAW_FOLDER), 'utf8')).toBe(schemaText());
  });

  it('bears another version when any text changes, moves between files, or goes', () => {
    const [first, ...others] = sources;
    if (first === undefined) throw new RangeError('no policies');
    const versions = [
      policySetVersion(sources),
      policySetVersion([{ ...first, text: `${first.text}\n` }, ...others]),
      policySetVersion([{ ...first, path: `other/${first.path}` }, ...others]),
      policySetVersion(others),
    ];

    expect(new Set(versions).size).toBe(versions.length);
  });

  it('holds every policy once, each in the folder of its instrument, as what its file says it is', () => {
    expect(POLICIES.map(({ id }) => id)).toEqual(sources.map(({ rule }) => rule.annotations.id));
    for (const { path, rule } of sources) {
      const folder = rule.annotations.instrument.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
      expect(path).toBe(`${folder}/${rule.annotations.id}.cedar`);
    }
    expect(POLICIES.map(({ effect }) => effect)).toEqual(sources.map(({ rule }) => rule.effect));
  });
});

describe('what the profile alone tells of a condition', () => {
  const attribute = (owner: string, attr: string) => ({ '.': { left: { Var: owner }, attr } });
  const word = (type: string, id: string) => ({ Value: { __entity: { type, id } } });
  const purpose = { '==': { left: attribute('context', 'purpose'), right: word('Purpose', 'TRAINING') } };
  const role = { contains: { left: attribute('context', 'role'), right: word('Role', 'IGO') } };
  const published = attribute('resource', 'published');
  const bound = (...nodes: unknown[]) => printUpperBound(nodes.map(parseExpression));

  it('is what it knows', () => {
    expect(bound(purpose)).toBe("p.purpose === 'TRAINING'");
    expect(bound(role)).toBe('some(p.roles, ROLE.IGO)');
    expect(bound({ '!': { arg: purpose } })).toBe("!(p.purpose === 'TRAINING')");
  });

  it('is no limit where only a record, fact or act can tell', () => {
    expect(bound()).toBe('true');
    expect(bound(published)).toBe('true');
    expect(bound({ '!': { arg: published } })).toBe('true');
    // That it may have the role does not show that it has: the contrary is possible as well.
    expect(bound({ '!': { arg: role } })).toBe('true');
  });

  it('stays an upper bound through and, or and not', () => {
    expect(bound(published, purpose)).toBe("p.purpose === 'TRAINING'");
    expect(bound({ '||': { left: published, right: purpose } })).toBe('true');
    expect(bound({ '||': { left: role, right: purpose } })).toBe(
      "(some(p.roles, ROLE.IGO) || p.purpose === 'TRAINING')",
    );
    expect(bound({ '!': { arg: { '||': { left: published, right: purpose } } } })).toBe("!(p.purpose === 'TRAINING')");
  });
});
