import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { commandsOf } from './commands.js';

const SCHEMA = buildSchema(`
  type Query { a: Int }
  type Mutation { report(input: ReportInput!, note: String): Int  close(input: CloseInput!): Int }
  input ReportInput { title: String! tags: [TagInput!] place: PlaceInput }
  input TagInput { word: String  weight: Int }
  input PlaceInput { city: String  within: PlaceInput }
  input CloseInput { id: ID! }
`);

function commands(text: string, variables: Record<string, unknown> = {}) {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  return commandsOf({ document, operation, variables }, SCHEMA);
}

describe('the commands of a mutation', () => {
  it('are its root fields in order, by their own names, in fragments and under aliases too', () => {
    const text = `mutation ($id: ID!) { mine: close(input: { id: $id }) ...More __typename }
      fragment More on Mutation { report(input: { title: "x" }) again: close(input: { id: "b" }) }`;

    expect(commands(text, { id: 'a' }).map(({ name }) => name)).toEqual(['close', 'report', 'close']);
  });

  it('name every input field that is given, at any depth, from literals and variables alike, each once', () => {
    const given = [
      'ReportInput.title',
      'ReportInput.tags',
      'TagInput.word',
      'TagInput.weight',
      'ReportInput.place',
      'PlaceInput.city',
      'PlaceInput.within',
    ];
    const literal = `mutation { report(input: { title: "x", tags: [{ word: "a" }, { weight: 1, word: "b" }],
      place: { city: "c", within: { city: "d" } } }) }`;
    const input = {
      title: 'x',
      tags: [{ word: 'a' }, { weight: 1, word: 'b' }],
      place: { city: 'c', within: { city: 'd' } },
    };

    expect(commands(literal)).toEqual([{ name: 'report', given, input }]);
    expect(commands('mutation ($input: ReportInput!) { report(input: $input) }', { input })).toEqual([
      { name: 'report', given, input },
    ]);
  });

  it('do not name what is null, and what is left out by a condition is not run', () => {
    const text = `mutation ($run: Boolean!) { report(input: { title: "x", place: null, tags: [{ weight: null }] })
      close(input: { id: "a" }) @include(if: $run) }`;

    expect(commands(text, { run: false })).toMatchObject([
      { name: 'report', given: ['ReportInput.title', 'ReportInput.tags'] },
    ]);
  });

  it('are refused in the words of the caller when a value is not there', () => {
    expect(() => commands('mutation ($input: ReportInput!) { report(input: $input) }')).toThrow(
      'the arguments of `report` are not valid',
    );
  });

  it('are none of a query', () => {
    expect(commands('{ a }')).toEqual([]);
  });
});
