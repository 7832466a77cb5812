/** What is inaccessible is no part of what a caller can ask or get, whichever subgraph lets it out. */
export const subgraphs = {
  a: {
    sdl: `
      type Query { vessel(code: Int @inaccessible): Vessel boats: [Boat] secret: Sub @inaccessible colours: [Colour] }
      type Vessel { name: String depth: Int @inaccessible colour: Colour }
      enum Colour { RED GREY @inaccessible }
      union Boat = Vessel | Sub
      type Sub @inaccessible { depth: Int }`,
    root: {
      vessel: { name: 'Aal', depth: 3, colour: 'GREY' },
      boats: [
        { __typename: 'Vessel', name: 'Aal' },
        { __typename: 'Sub', depth: 200 },
      ],
      colours: ['RED', 'GREY', null],
    },
  },
};

export const asks = [
  { says: 'a field', query: '{ vessel { depth } }', data: null, errors: [[null, 'DOCUMENT_INVALID']] },
  { says: 'an argument', query: '{ vessel(code: 1) { name } }', data: null, errors: [[null, 'DOCUMENT_INVALID']] },
  { says: 'a type', query: '{ boats { ... on Sub { depth } } }', data: null, errors: [[null, 'DOCUMENT_INVALID']] },
  {
    says: 'an enum value that comes all the same',
    query: '{ vessel { name colour } }',
    data: { vessel: { name: 'Aal', colour: null } },
    errors: [[['vessel', 'colour'], 'INTERNAL']],
  },
  {
    says: 'such a value in a list',
    query: '{ colours }',
    data: { colours: ['RED', null, null] },
    errors: [[['colours', 1], 'INTERNAL']],
  },
  {
    says: 'an object of such a type',
    query: '{ boats { __typename ... on Vessel { name } } }',
    data: { boats: [{ __typename: 'Vessel', name: 'Aal' }, null] },
  },
];
