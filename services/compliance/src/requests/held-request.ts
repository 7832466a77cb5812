import type { AnsweredValues } from '@chancery/policy/writes/request-answer';
import { ClientError, WriteDenied } from '@chancery/shared/errors';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { type LockedRow, lockRow } from '@chancery/shared/subgraph/writing/update-row';
import type { Subject } from '@chancery/shared/subjects/subject';
import { CATEGORIES } from '@chancery/shared/vocabulary';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { InformationRequestStatus } from './information-request.js';

const rowShape = z.object({
  status: z.enum(InformationRequestStatus),
  categories: z.array(z.enum(CATEGORIES)),
  requester: z.string(),
  addressee: z.string(),
  addressee_agencies: z.array(z.string()),
  through: z.string().nullable(),
  due_at: z.coerce.date(),
  about: z.string(),
});

/** Who decides something about a request. */
export type RequestParty = 'REQUESTER' | 'MINISTRY' | 'ADDRESSEE';

/** A request as its row holds it, which nobody else can change until the transaction ends. */
export interface HeldRequest extends z.infer<typeof rowShape> {
  readonly row: LockedRow;
}

/** Locks a request that the viewer of the transaction sees. Throws NOT_FOUND. */
export async function holdRequest(transaction: EntityManager, id: string): Promise<HeldRequest> {
  const row = await lockRow(transaction, 'information_request', id);
  if (row === null) throw new ClientError('NOT_FOUND', 'not found', 'input.id');
  return { ...rowShape.parse(row.content), row };
}

/** Throws WRITE_DENIED unless a subject is of an agency that decides this about a request. */
export function checkParty(request: HeldRequest, party: RequestParty, { agency, represents }: Subject): void {
  if (isParty(request, party, agency, represents)) return;
  throw new WriteDenied(`the request is not for \`${agency}\` to decide on`, ['CHY-ASK']);
}

function isParty(request: HeldRequest, party: RequestParty, agency: string, represents: string): boolean {
  switch (party) {
    case 'REQUESTER':
      return agency === request.requester;
    case 'MINISTRY':
      return agency === request.through;
    case 'ADDRESSEE':
      return represents === request.addressee && request.addressee_agencies.includes(agency);
  }
}

/** What of a request an act must reach to answer it. */
export function answeredValues({ categories, requester, about }: HeldRequest): AnsweredValues {
  const { record } = parseHandling(about);
  return { categories, record, represents: requester.slice(0, requester.indexOf('.')), agency: requester };
}
