import type { BroughtAct } from '@chancery/policy/writes/make-act';
import { parseRegisterKey } from '@chancery/shared/brands';
import { ClientError } from '@chancery/shared/errors';
import type { Handling } from '@chancery/shared/labels/label';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { actShape } from '@chancery/shared/snapshot/snapshot-shapes';
import { type LockedRow, lockRow } from '@chancery/shared/subgraph/writing/update-row';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { ActStatus } from '../legal-act.js';
import { instantOf, personOf } from './act-of-input.js';

const EXECUTION = 'EXECUTION OF JUDGMENT';
const ALL = '*';

const texts = z.array(z.string());
const text = z.string().nullable();
const rowShape = z.object({
  reference: z.string(),
  version: z.int(),
  kind: z.string(),
  status: z.enum(['PROPOSED', 'GRANTED', 'DECLINED', 'REVOKED']),
  issuer: z.string(),
  office: z.string(),
  recipient: z.string(),
  recipient_agencies: texts,
  scope_keys: texts,
  persons: texts,
  person_category: text,
  categories: texts,
  is_written: z.boolean(),
  source: text,
  from_at: z.coerce.date(),
  until_at: z.coerce.date().nullable(),
  revoked_at: z.coerce.date().nullable(),
  waiving_words: text,
  disclosed_information: text,
  disclosed_to: text,
  transmission: text,
  reason: text,
  safeguarding: text,
  briefings: text,
  proposer: text,
});
type ActRow = z.infer<typeof rowShape>;

/** An act as its row holds it, which nobody else can change until the transaction ends. */
export interface HeldAct {
  readonly row: LockedRow;
  readonly status: ActStatus;
  readonly proposer: string | null;
  readonly act: Act;
  /** The same for the law, with another version of it. */
  brought(act: Act): BroughtAct;
}

/** Locks an act that the viewer of the transaction sees. Throws NOT_FOUND. */
export async function holdAct(transaction: EntityManager, id: string, handling: Handling): Promise<HeldAct> {
  const row = await lockRow(transaction, 'legal_act', id);
  if (row === null) throw new ClientError('NOT_FOUND', 'not found', 'input.id');
  const content = rowShape.parse(row.content);
  const missions = await postsIn(transaction, id, content.reference);
  const named = missions.filter((post) => post !== ALL).map(parseRegisterKey);
  const posts = [...new Set([...named, ...handling.record.missions])];
  return {
    row,
    status: content.status,
    proposer: content.proposer,
    act: actOf(content, missions),
    brought: (act) => ({ act, posts, ...papersOf(content) }),
  };
}

/**
 * The posts in its scope, as the law has it: one that was withdrawn from the register, or that the viewer does not see, would be missing
 * from its next version, and an agreement that names no post is about all of them. A proposal is no law yet, and names its posts alone.
 */
async function postsIn(transaction: EntityManager, id: string, reference: string): Promise<readonly string[]> {
  const [law] = await transaction.query<{ posts: string[] | null }[]>('select posts_of_act($1) as posts', [reference]);
  if (law?.posts) return law.posts;
  const named = await transaction.query<{ key: string | null }[]>(
    'select m.key from legal_act_mission l left join mission_ref m on m.id = l.mission_id where l.legal_act_id = $1',
    [id],
  );
  return named.map(({ key }) => {
    if (key === null) throw new ClientError('NOT_FOUND', 'not found', 'input.id');
    return key;
  });
}

function actOf(row: ActRow, missions: readonly string[]): Act {
  return actShape.parse({
    id: row.reference,
    v: row.version,
    kind: row.kind,
    by: { represents: row.issuer, office: row.office },
    to: { represents: row.recipient, agencies: row.recipient_agencies },
    scope: { missions: [...missions].sort(), keys: row.scope_keys, persons: row.persons, categories: row.categories },
    from: instantOf(row.from_at),
    until: row.until_at === null ? null : instantOf(row.until_at),
    written: row.is_written,
    ref: row.source,
    revokedAt: row.revoked_at === null ? null : instantOf(row.revoked_at),
  });
}

function papersOf(row: ActRow): Pick<BroughtAct, 'person' | 'waiver' | 'notice'> {
  const coversExecution = row.scope_keys.includes(EXECUTION);
  const { person_category: category, issuer, from_at: from } = row;
  return {
    person: category === null ? null : personOf(category, { represents: issuer, now: from.getTime() }),
    waiver:
      row.kind === 'WAIVER'
        ? { expressText: row.waiving_words, coversProceedings: !coversExecution, coversExecution }
        : null,
    notice:
      row.kind === 'EMERGENCY_DISCLOSURE'
        ? {
            information: row.disclosed_information,
            recipients: row.disclosed_to,
            transmission: row.transmission,
            reason: row.reason,
            safeguarding: row.safeguarding,
            briefings: row.briefings,
          }
        : null,
  };
}
