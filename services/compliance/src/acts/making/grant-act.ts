import { ACT_COMMANDS } from '@chancery/policy/writes/act-commands';
import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { checkMaking } from '@chancery/policy/writes/make-act';
import { ClientError } from '@chancery/shared/errors';
import type { Handling } from '@chancery/shared/labels/label';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { type Command, commandResolver } from '@chancery/shared/subgraph/aggregate/command';
import type { CallContext } from '@chancery/shared/subgraph/reading/call-context';
import { randomIdWith } from '@chancery/shared/subgraph/tables/random-id';
import { checkInput } from '@chancery/shared/subgraph/writing/check-input';
import { checkSettable } from '@chancery/shared/subgraph/writing/check-settable';
import { checkVerdict } from '@chancery/shared/subgraph/writing/check-verdict';
import { findHandlings } from '@chancery/shared/subgraph/writing/find-handlings';
import { insertRecord } from '@chancery/shared/subgraph/writing/insert-record';
import { digestOfInput, runOnce } from '@chancery/shared/subgraph/writing/run-once';
import type { ActKind } from '@chancery/shared/vocabulary';
import { handlingOfAct } from '../act-handling.js';
import { type ActStatus, LegalAct } from '../legal-act.js';
import { firstColumns, versionColumns } from './act-columns.js';
import { GrantActInput, type MakingInput, RefuseConsentInput } from './act-input.js';
import { broughtBy } from './act-of-input.js';
import { checkForm, checkMade, checkReach } from './check-form.js';
import { enact } from './law-log.js';

type MakingCommand = 'grantAct' | 'refuseConsent';
type Given = MakingInput & Partial<GrantActInput>;

const POSTS = { prefix: 'mis', table: 'mission_ref', handlingColumn: 'existence_handling_id' } as const;
/** What two persons decide: one proposes, another approves (four eyes). */

/** Makes an act, or proposes one that another person has to approve; gives its id. */
async function makeAct(context: CallContext, operation: MakingCommand, kind: ActKind, input: Given): Promise<string> {
  const { viewer, sink } = context;
  const { subject } = viewer.profile;
  const { idempotencyKey, ...said } = input;
  checkInput(input);
  checkVerdict(lawOfCommand(operation).ofProfile(viewer.profile));
  // What is hidden is not there: before anything is asked of it.
  const found = await findHandlings(context, [POSTS], input.post ? [input.post] : [], 'input.post');
  const about = found.map(({ handling }) => handling);
  const posts = about.flatMap((handling) => handling.record.missions);
  const id = randomIdWith('act');
  const brought = broughtBy(input, { id, kind, represents: subject.represents, posts, now: viewer.now });
  checkMade(checkMaking(brought, viewer.profile, viewer));
  const { act } = brought;
  checkForm(act);
  checkReach(act);

  const status: ActStatus = ACT_COMMANDS[kind].includes('approveAct') ? 'PROPOSED' : 'GRANTED';
  const handling = handlingOfAct(act, { maker: subject, status, about, synthetic: input.synthetic === true });
  checkSettable(sink, handling, 'LegalAct', { ...shownOf(said), status });
  const values = valuesOf(act, input, { status, proposer: subject.id, synthetic: isSynthetic(handling) });
  const command = { operation, key: idempotencyKey, input: digestOfInput(said), recordId: id };
  try {
    return await sink.write(handling, (transaction, number) =>
      runOnce(transaction, viewer, command, async () => {
        const record = { record: LegalAct, type: 'LegalAct', table: 'legal_act', id, values, derivedFrom: [] };
        await insertRecord(transaction, record, { handling, number }, viewer);
        if (act.scope.missions.length > 0) {
          const pair = 'insert into legal_act_mission (legal_act_id, mission_id) values ($1, $2)';
          await transaction.query(pair, [id, input.post]);
        }
        if (status === 'GRANTED') await enact(transaction, act);
      }),
    );
  } finally {
    context.forget();
  }
}

const isSynthetic = (handling: Handling): boolean => handling.record.tags.has('synthetic');

/** What of an input is a field of the act: how far it reaches and what it covers show in others. */
function shownOf({
  coversPost: _,
  coversProceedings: __,
  coversExecution: ___,
  ...shown
}: Omit<Given, 'idempotencyKey'>) {
  return shown;
}

interface Kept {
  readonly status: ActStatus;
  readonly proposer: string;
  readonly synthetic: boolean;
}

function valuesOf(act: Act, input: Given, kept: Kept): Readonly<Record<string, unknown>> {
  return {
    ...firstColumns(act),
    ...versionColumns(act),
    ...kept,
    post_id: input.post ?? null,
    person_category: input.personCategory ?? null,
    waiving_words: input.waivingWords ?? null,
    disclosed_information: input.disclosedInformation ?? null,
    disclosed_to: input.disclosedTo ?? null,
    transmission: input.transmission ?? null,
    reason: input.reason ?? null,
    safeguarding: input.safeguarding ?? null,
    briefings: input.briefings ?? null,
  };
}

/** An act that gives something. */
export const grantAct: Command<LegalAct> = {
  useOf: () => ({ adds: true, changes: [] }),
  resolverOf: (of) =>
    commandResolver(of, {
      field: 'grantAct',
      says: 'Makes a legal act, in effect at once; an emergency disclosure is proposed, and another person approves it.',
      noun: 'grant',
      input: GrantActInput,
      run: (context, asked) => {
        const input = asked as GrantActInput;
        const [command] = ACT_COMMANDS[input.kind];
        if (command === 'grantAct') return makeAct(context, command, input.kind, input);
        throw new ClientError('INPUT_INVALID', `\`${input.kind}\` is made by \`${command}\``, 'input.kind');
      },
    }),
};

/** A refusal, which bars what consent could open. */
export const refuseConsent: Command<LegalAct> = {
  useOf: () => ({ adds: true, changes: [] }),
  resolverOf: (of) =>
    commandResolver(of, {
      field: 'refuseConsent',
      says: 'Refuses consent expressly, so that none may be assumed (VCDR 22(1), VCCR 31(2)).',
      noun: 'refusal',
      input: RefuseConsentInput,
      run: (context, asked) => makeAct(context, 'refuseConsent', 'CONSENT_REFUSAL', asked as RefuseConsentInput),
    }),
};
