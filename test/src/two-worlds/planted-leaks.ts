import { withConnection } from '@chancery/shared/postgres/connect';
import type { Mesh } from '../testkit/mesh.js';
import type { SubgraphName } from '../testkit/world.js';
import type { Leak } from './observer.js';

/** A leak as a careless gateway would have it: something of the answer hangs on rows or values that the viewer may not see. */
export interface PlantedLeak {
  readonly name: string;
  /** Documents that it could stand in the answers of. */
  readonly about: RegExp;
  plant(mesh: Mesh): Leak;
}

/** Reads as the owner does, to whom nothing is hidden. */
async function number(
  mesh: Mesh,
  database: SubgraphName,
  text: string,
  values: readonly unknown[] = [],
): Promise<number> {
  const { rows } = await withConnection(mesh.ownerUrlOf(database), (owner) =>
    owner.query<{ n: number }>(`select (${text})::int as n`, [...values]),
  );
  return rows[0]?.n ?? 0;
}

const allRows = (mesh: Mesh, document: string): Promise<number> =>
  /warning/.test(document)
    ? number(mesh, 'intel', 'select count(*) from warning')
    : number(mesh, 'incidents', 'select count(*) from incident');

/** Leaks at the gateway's edge, each one sentence of a plausible mistake. */
export const PLANTED: readonly PlantedLeak[] = [
  {
    name: 'a count of all rows',
    about: /\btotalCount\b/,
    plant: (mesh) => async (document, body) =>
      body.includes('"totalCount":')
        ? body.replace(/"totalCount":\d+/, `"totalCount":${await allRows(mesh, document)}`)
        : body,
  },
  {
    name: 'a cursor that holds a position among all rows',
    about: /\bendCursor\b/,
    plant: (mesh) => async (document, body) =>
      body.includes('"endCursor":"')
        ? body.replace(/"endCursor":"/, `"endCursor":"${await allRows(mesh, document)}-`)
        : body,
  },
  {
    name: 'an error text for what exists and is hidden',
    about: /\bincident\(id: "inc_/,
    plant: (mesh) => async (document, body) => {
      const id = /incident\(id: "(inc_[^"]+)"\)/.exec(document)?.[1];
      if (id === undefined || !/"[a-z0-9_]*incident":null/.test(body)) return body;
      const exists = await number(mesh, 'incidents', 'select count(*) from incident where id = $1', [id]);
      return exists > 0 ? body.replace('{', '{"errors":[{"message":"not for you"}],') : body;
    },
  },
  {
    name: 'a suggestion taken from the data',
    about: /./,
    plant: (mesh) => async (_, body) =>
      body.includes('DOCUMENT_INVALID')
        ? `${body} Did you mean ${await number(mesh, 'intel', `select hashtext(string_agg(reference, $1 order by reference)) from warning`, [' '])}?`
        : body,
  },
  {
    name: 'a banner over all rows',
    about: /\bwarnings\b/,
    plant: (mesh) => async (_, body) =>
      body.includes('"banner":')
        ? body.replace(
            '"banner":{',
            `"banner":{"over":${await number(mesh, 'intel', 'select hashtext(string_agg(distinct handling_id::text, $1)) from warning', [' '])},`,
          )
        : body,
  },
  {
    name: 'withheld values counted only where there is a value',
    about: /\bpremises\b/,
    plant: (mesh) => async (_, body) =>
      body.includes('"coordinate":"Premises.')
        ? body.replace(
            /"count":\d+/,
            `"count":${await number(mesh, 'missions', 'select count(floor_plan) + count(interior_plan) + count(archive_register) from premises')}`,
          )
        : body,
  },
  {
    name: 'a key that is unique among all rows',
    about: /\bwarnings\b.*\breference: \{ eq: "/,
    plant: (mesh) => async (document, body) => {
      const reference = /reference: \{ eq: "([^"]+)"/.exec(document)?.[1];
      if (reference === undefined) return body;
      const taken = await number(mesh, 'intel', 'select count(*) from warning where reference = $1', [reference]);
      return taken > 0 ? body.replace('{', '{"taken":true,') : body;
    },
  },
];
