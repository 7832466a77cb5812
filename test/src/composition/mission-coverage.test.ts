import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, isInterfaceType, isObjectType } from 'graphql';
import { MISSION_ITEMS } from './mission-items.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (file: string): string => readFileSync(`${root}/${file}`, 'utf8');

interface CoverageRow {
  readonly item: string;
  readonly coordinates: string;
  readonly commands: string;
  readonly tests: string;
}

/** Rows of the tables of the page; heads and rules between them are none. */
function rowsOf(page: string): CoverageRow[] {
  return page.split('\n').flatMap((line) => {
    if (!line.startsWith('| ') || line.startsWith('| ---') || line.startsWith('| article item')) return [];
    const [item = '', coordinates = '', commands = '', tests = ''] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    return [{ item, coordinates, commands, tests }];
  });
}

const named = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

describe('the coverage of the mission', () => {
  const schema = buildSchema(read('supergraph.graphql'), { assumeValidSDL: true });
  const rows = rowsOf(read('docs/mission-coverage.md'));
  const fieldsOf = (name: string): string[] => {
    const type = schema.getType(name);
    return isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : [];
  };
  const isThere = (coordinate: string): boolean => {
    const [type = '', field] = coordinate.split('.');
    return field === undefined ? schema.getType(type) !== undefined : fieldsOf(type).includes(field);
  };

  it('has one row for every item of the article, and no other', () => {
    const items = Object.values(MISSION_ITEMS).flat();

    expect(items.length).toBeGreaterThan(25);
    expect(rows.map(({ item }) => item).sort()).toEqual([...items].sort());
  });

  it('names coordinates that the supergraph has, at least one a row', () => {
    for (const { item, coordinates } of rows) {
      const names = named(coordinates).filter((name) => /^[A-Z]\w*(\.\w+)?$/.test(name));
      expect({ item, names: names.length > 0 }).toEqual({ item, names: true });
      expect({ item, absent: names.filter((name) => !isThere(name)) }).toEqual({ item, absent: [] });
    }
  });

  it('names commands and subscriptions that the supergraph has', () => {
    const known = [...fieldsOf('Mutation'), ...fieldsOf('Subscription')];
    for (const { item, commands } of rows) {
      expect({ item, absent: named(commands).filter((name) => !known.includes(name)) }).toEqual({ item, absent: [] });
    }
  });

  it('names tests that there are, at least one a row', () => {
    for (const { item, tests } of rows) {
      const files = named(tests);
      expect({ item, files: files.length > 0 }).toEqual({ item, files: true });
      expect({ item, absent: files.filter((file) => !existsSync(`${root}/${file}`)) }).toEqual({ item, absent: [] });
    }
  });
});
