/** A subgraph extends an interface as if it were an object; who has the objects tells what they are. The owner sorts last. */
const sights = { t1: { __typename: 'Tower', id: 't1', height: 30 }, b1: { __typename: 'Bridge', id: 'b1', span: 90 } };

export const subgraphs = {
  guide: {
    sdl: `type Query { sights: [Sight] best: Sight } type Sight @key(fields: "id") @interfaceObject { id: ID! stars: Int }`,
    root: {
      sights: ['t1', 'b1'].map((id) => ({ id, stars: id.length })),
      best: { id: 't1', stars: 5 },
      entity: ({ __typename, id }) => ({ __typename: 'Sight', id, stars: id === 't1' ? 5 : 2, asked: __typename }),
    },
  },
  owner: {
    sdl: `
      type Query { old: [Sight] }
      interface Sight @key(fields: "id") { id: ID! name: String }
      type Tower implements Sight @key(fields: "id") { id: ID! name: String height: Int }
      type Bridge implements Sight @key(fields: "id") { id: ID! name: String span: Int }`,
    root: {
      old: Object.values(sights),
      entity: ({ id }) => sights[id] && { ...sights[id], name: `the ${id}` },
    },
  },
};

export const asks = [
  {
    says: 'its own fields need nobody else',
    query: '{ sights { id stars } }',
    data: {
      sights: [
        { id: 't1', stars: 2 },
        { id: 'b1', stars: 2 },
      ],
    },
  },
  {
    says: 'what kind of object it is, only the owner can say',
    query: '{ sights { __typename stars ... on Bridge { span } } best { __typename } }',
    data: {
      sights: [
        { __typename: 'Tower', stars: 2 },
        { __typename: 'Bridge', stars: 2, span: 90 },
      ],
      best: { __typename: 'Tower' },
    },
  },
  {
    says: 'a representation is told under the name that the subgraph knows',
    query: '{ old { name stars ... on Tower { height } } }',
    data: {
      old: [
        { name: null, stars: 5, height: 30 },
        { name: null, stars: 2 },
      ],
    },
  },
];
