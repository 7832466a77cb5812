/** Enums that subgraphs know in part, and scalars that may be anything. */
const report = { deep: [{ a: [1, null, { __typename: 'no type', id: 7 }] }], text: 'x' };

export const subgraphs = {
  logs: {
    sdl: `scalar Anything enum Level { LOW HIGH } type Query { log: Log echo(value: Anything): Anything level(is: Level!): Level } type Log @key(fields: "id") { id: ID! report: Anything level: Level }`,
    root: { log: { id: 'l1', report, level: 'HIGH' }, echo: ({ value }) => value, level: ({ is }) => is },
  },
  lists: {
    sdl: `scalar Anything enum Level { LOW HIGH } type Log @key(fields: "id") { id: ID! report: Anything @external size: Int @requires(fields: "report") level: Level @external loud: Boolean @requires(fields: "level") }`,
    root: {
      entity: ({ id, report: given, level }) => ({
        __typename: 'Log',
        id,
        size: JSON.stringify(given)?.length,
        loud: level === 'HIGH',
      }),
    },
  },
};

export const asks = [
  {
    says: 'any JSON goes through as it is, whatever its keys are called',
    query: '{ log { report level } }',
    data: { log: { report, level: 'HIGH' } },
  },
  {
    says: 'and into a requirement whole',
    query: '{ log { size loud } }',
    data: { log: { size: JSON.stringify(report).length, loud: true } },
  },
  {
    says: 'and back from a variable',
    query: 'query ($value: Anything) { echo(value: $value) }',
    variables: { value: [1, { b: null }, 'c'] },
    data: { echo: [1, { b: null }, 'c'] },
  },
  { says: 'an enum as an argument', query: '{ level(is: LOW) }', data: { level: 'LOW' } },
];
