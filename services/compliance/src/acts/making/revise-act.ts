import { type CommandMoment, lawOfCommand } from '@chancery/policy/writes/check-command';
import type { CommandName } from '@chancery/policy/writes/command-grants';
import { checkMaking, checkRevising, checkSecondPerson } from '@chancery/policy/writes/make-act';
import { ClientError, InternalError } from '@chancery/shared/errors';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { Handling } from '@chancery/shared/labels/label';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import type { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import type { Viewer } from '@chancery/shared/subgraph/visibility/viewer';
import { checkInput } from '@chancery/shared/subgraph/writing/check-input';
import { checkSettable } from '@chancery/shared/subgraph/writing/check-settable';
import { checkVerdict, type WriteVerdict } from '@chancery/shared/subgraph/writing/check-verdict';
import { deriveHandling } from '@chancery/shared/subgraph/writing/derive-handling';
import { findHandlings } from '@chancery/shared/subgraph/writing/find-handlings';
import { digestOfInput, runOnce } from '@chancery/shared/subgraph/writing/run-once';
import { updateRow } from '@chancery/shared/subgraph/writing/update-row';
import { checkUnchanged } from '../../check-unchanged.js';
import { type ActStatus, LegalAct } from '../legal-act.js';
import { versionColumns } from './act-columns.js';
import { checkForm, checkMade } from './check-form.js';
import { type HeldAct, holdAct } from './held-act.js';
import { enact } from './law-log.js';
import type { RevisionInput } from './revision-input.js';

const ACTS = { prefix: 'act', table: 'legal_act', handlingColumn: 'handling_id' } as const;
const POSTS = { prefix: 'mis', table: 'mission_ref', handlingColumn: 'existence_handling_id' } as const;

/** What a decision on an act does to it. */
export interface Revision {
  readonly operation: CommandName;
  /** Where the act must stand. */
  readonly from: ActStatus;
  readonly to: ActStatus;
  /** The act as it will be. */
  next(held: Act, viewer: Viewer): Act;
  check(held: HeldAct, next: Act, viewer: Viewer): WriteVerdict;
}

/** What the law says of an act that follows another. */
export const byRevision = (held: HeldAct, next: Act, viewer: Viewer & CommandMoment): WriteVerdict =>
  checkRevising(held.act, held.brought(next), viewer.profile, viewer);

/** What it says of one that somebody else has proposed, and that is made now. */
export function bySecondPerson(held: HeldAct, next: Act, viewer: Viewer): WriteVerdict {
  const second = checkSecondPerson(held.act, held.proposer ?? '', viewer.profile);
  return second.accepted ? checkMaking(held.brought(next), viewer.profile, viewer) : second;
}

/** Whether another person than the proposer says no, which asks for nothing more. */
export const byRefusal = (held: HeldAct, _: Act, viewer: Viewer): WriteVerdict =>
  checkSecondPerson(held.act, held.proposer ?? '', viewer.profile);

/** Decides on an act; gives its id. What it was stays among its versions. */
export async function reviseAct(
  context: CallContext,
  revision: Revision,
  input: RevisionInput & object,
): Promise<string> {
  const { viewer, sink } = context;
  const { id, idempotencyKey, concurrencyToken, ...given } = input;
  checkInput(input);
  checkVerdict(lawOfCommand(revision.operation).ofProfile(viewer.profile));
  const [found] = await findHandlings(context, [ACTS], [id], 'input.id');
  if (found === undefined) throw new InternalError('INTERNAL', 'one id has one handling');
  const { handling: held } = found;
  const digest = digestOfInput({ id, concurrencyToken, ...given });
  const command = { operation: revision.operation, key: idempotencyKey, input: digest, recordId: id };
  // Whoever may not read where it stands moves it nowhere.
  checkSettable(sink, held, 'LegalAct', { status: revision.to, ...given });
  const handling = revision.from === 'PROPOSED' ? await toldHandling(context, id, held, revision.to) : held;
  try {
    return await sink.write(handling, (transaction, number) =>
      runOnce(transaction, viewer, command, async () => {
        const act = await holdAct(transaction, id, held);
        const next = revision.next(act.act, viewer);
        checkMade(revision.check(act, next, viewer));
        if (act.status !== revision.from) refuseTransition();
        await checkUnchanged(context, transaction, LegalAct, { id, concurrencyToken: concurrencyToken ?? null });
        checkForm(next);
        const values = { ...versionColumns(next), status: revision.to };
        const told = handling === held ? null : { number, existence: existenceOf(handling), was: existenceOf(held) };
        const update = {
          record: LegalAct,
          type: 'LegalAct',
          table: 'legal_act',
          id,
          row: act.row,
          values,
          handling: told,
          derivedFrom: [],
        };
        await updateRow(transaction, update, viewer);
        if (revision.to !== 'DECLINED') await enact(transaction, next);
      }),
    );
  } finally {
    context.forget();
  }
}

const existenceOf = (handling: Handling): string => handlingAt(handling, 'EXISTENCE', 'EXISTENCE', 0).text;

function refuseTransition(): never {
  throw new ClientError('TRANSITION_INVALID', 'the record is not in a state that allows this', 'input.id');
}

/**
 * The handling of a proposal once it is decided on. It was its maker's alone; an act is told to whom it is made to. Recipient and post of an act do
 * not change, so they may be read before it is locked.
 */
async function toldHandling(context: CallContext, id: string, held: Handling, to: ActStatus): Promise<Handling> {
  if (to !== 'GRANTED') return held;
  const text = 'select recipient, post_id from legal_act where id = $1';
  const [found] = await context.read((manager) =>
    manager.query<{ recipient: string; post_id: string | null }[]>(text, [id]),
  );
  if (found === undefined) throw new ClientError('NOT_FOUND', 'not found', 'input.id');
  const about = await findHandlings(context, [POSTS], found.post_id === null ? [] : [found.post_id], 'input.id');
  const { owner, missions, tags } = held.record;
  const maker = { agency: owner, represents: context.viewer.profile.subject.represents };
  const addressees = found.recipient === '*' ? [] : [found.recipient];
  return deriveHandling(
    { maker, missions, synthetic: tags.has('synthetic'), addressees },
    about.map(({ handling }) => handling),
  );
}
