import { createPolicyEngine } from '@chancery/policy/engine';
import { decideSeen } from '@chancery/policy/replay/who-sees';
import { accessHandling } from '@chancery/shared/labels/audit-handling';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { withConnection } from '@chancery/shared/postgres/connect';
import { supergraphCategories } from '@chancery/shared/schema/supergraph-categories';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Coordinate } from '@chancery/shared/vocabulary';
import { type Mesh, supergraphSdl } from '../testkit/mesh.js';

const PAGES = new URL('../../../scripts/ask/page-of.mjs', import.meta.url).href;
/** How many a page of a saved question has, when it is asked from a shell. */
export const { pageOf } = (await import(PAGES)) as { pageOf: (document: string) => number };

const engine = createPolicyEngine();
const categories = supergraphCategories(supergraphSdl);
const ROW = { category: 'EXISTENCE', floor: 0 } as const;

/** What an auditor is to be told of what a person may see, found without any index: each record is decided for both. */
export async function foundByForce(
  ownerUrl: string,
  { table, coordinate, view }: { readonly table: string; readonly coordinate: string; readonly view: SnapshotView },
  auditor: Profile,
  { person, at, now }: { readonly person: Profile; readonly at: number; readonly now: number },
): Promise<readonly string[]> {
  const asked = coordinate.includes('.') ? (coordinate as Coordinate) : 'EXISTENCE';
  const field = categories.get(asked as never) ?? ROW;
  const { rows } = await withConnection(ownerUrl, (client) =>
    client.query<{ id: string; text: string }>(
      `select r.id, h.text from ${table} r join handling h on h.id = r.handling_id where r.withdrawn_at is null`,
    ),
  );
  const decides = (profile: Profile, category: 'EXISTENCE' | 'AUDIT', handling: Handling): boolean =>
    engine.decide(profile, category, handling, 'read', view, now).effect === 'allow';
  return rows
    .filter(({ text }) => {
      const handling = parseHandling(text);
      if (!decides(auditor, 'EXISTENCE', handlingAt(handling, 'EXISTENCE', 'EXISTENCE', 0))) return false;
      const isTold = [handling.record.owner, person.subject.agency].some((side) => {
        const told = parseHandling(accessHandling(handling, side));
        return decides(auditor, 'EXISTENCE', told) && decides(auditor, 'AUDIT', told);
      });
      const value = { coordinate: asked, ...field, handling };
      return isTold && decideSeen(person, value, { engine, view, now: at }).effect === 'allow';
    })
    .map(({ id }) => id)
    .sort();
}

/** A page of what somebody may see. */
export interface SeenPage {
  readonly totalCount: number;
  readonly rows: readonly { readonly id: string; readonly rules: readonly string[] }[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** Asks an inspectorate's questions of what somebody may see. */
export function askingWhat(mesh: () => Mesh) {
  const page = async (document: string, words: object): Promise<SeenPage> => {
    const inspectorate = mesh().withToken(mesh().tokenOf('usa.inspectorate'), { 'chancery-reason': 'a test' });
    const { body } = await inspectorate.query(document, { ...words });
    if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
    return (body.data as unknown as { maySee: SeenPage }).maySee;
  };
  return {
    page,
    /** Of every page. */
    async ids(document: string, words: object, first = 100): Promise<readonly string[]> {
      const ids: string[] = [];
      for (let after: string | null = null; ; ) {
        const { rows, hasNextPage, endCursor }: SeenPage = await page(document, { ...words, first, after });
        ids.push(...rows.map(({ id }) => id));
        if (!hasNextPage) return ids;
        after = endCursor;
      }
    },
    async pseudonymOf(persona: string, purpose: string): Promise<string> {
      const { body } = await mesh().as(persona, purpose).query('{ viewer { subject } }');
      return (body.data as unknown as { viewer: { subject: string } }).viewer.subject;
    },
  };
}

/** Id of the premises of a post, as somebody sees it. */
export async function premisesOf(asker: ReturnType<Mesh['as']>, post: string): Promise<string> {
  const document = `{ missions(filter: { wikidataId: { eq: "${post}" } }) { edges { node { premises { id } } } } }`;
  const { body } = await asker.query(document);
  return /"id":"(prm_[^"]+)"/.exec(JSON.stringify(body.data))?.[1] ?? '';
}
