import { Kind, print, type TypeNode } from 'graphql';
import { directivesNamed, type Place } from './coordinates.js';

const PAGING = new Map([
  ['first', 'Int'],
  ['after', 'String'],
  ['last', 'Int'],
  ['before', 'String'],
]);

/** Whether a place needs no category (contracts 6). A name alone exempts nothing: the type must be the one that the exemption means. */
export function isExempt(place: Place): boolean {
  const name = place.node.name.value;
  const type = print(place.node.type);
  switch (place.kind) {
    case 'field':
      return isExemptField(place, name, type);
    case 'argument':
      return PAGING.get(name) === type || isExemptArgument(name, type);
    case 'input':
      return (
        place.owner.endsWith('Condition') ||
        (name === 'id' && type === 'IDCondition') ||
        isCombination(place, name, type)
      );
  }
}

/** What combines filters of one kind reads nothing that they do not. */
function isCombination({ owner }: Place, name: string, type: string): boolean {
  if (!owner.endsWith('Filter')) return false;
  return name === 'not' ? type === owner : (name === 'and' || name === 'or') && type === `[${owner}!]`;
}

function isExemptField(place: Place, name: string, type: string): boolean {
  if (name === 'id') return type === 'ID!';
  if (name === TOLD) return type === '[Handling!]!' && directivesNamed(place.node, 'inaccessible').length === 1;
  if (isHandlingField(name)) return type === 'Handling!' && directivesNamed(place.node, 'inaccessible').length === 1;
  if (place.owner === 'PageInfo') return isScalar(place.node.type);
  if (place.owner.endsWith('Connection')) {
    const stem = place.owner.slice(0, -'Connection'.length);
    return (name === 'edges' && type === `[${stem}Edge!]!`) || (name === 'pageInfo' && type === 'PageInfo!');
  }
  if (place.owner.endsWith('Edge')) {
    const stem = place.owner.slice(0, -'Edge'.length);
    return (name === 'node' && type === stem) || (name === 'cursor' && type === 'String!');
  }
  return false;
}

function isExemptArgument(name: string, type: string): boolean {
  if (name === 'id') return type === 'ID!';
  if (name === 'filter') return /^[A-Z]\w*Filter$/.test(type);
  if (name === 'by') return /^[A-Z]\w*GroupBy!$/.test(type);
  if (name === 'orderBy') return /^\[[A-Z]\w*Order!\]$/.test(type);
  return name === 'input' && /^[A-Z]\w*Input!$/.test(type);
}

/** Of a page of rows, the handlings of those that it tells of without showing them. */
export const TOLD = 'handlings';

/** `handling`, or `handlingIntel` of a subgraph that adds fields to another's entity. */
export function isHandlingField(name: string): boolean {
  return /^handling([A-Z]\w*)?$/.test(name);
}

function isScalar(type: TypeNode): boolean {
  const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  return named.kind === Kind.NAMED_TYPE && ['Boolean', 'String'].includes(named.name.value);
}
