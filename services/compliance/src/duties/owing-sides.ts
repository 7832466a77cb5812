import { type Creditor, OWING } from '@chancery/policy/owing';
import type { Handling } from '@chancery/shared/labels/label';
import type { KnownParties } from './known-parties.js';
import type { ObligationKind } from './obligation.js';
import { type Sides, stateOf } from './obligation-handling.js';

/** A disclosure, as far as it says who owes what to whom. */
export interface OwingDisclosure {
  readonly kind: ObligationKind;
  /** Agency that received something. */
  readonly recipient: string;
  readonly records: Handling;
  /** Register key; null where the records concern none. */
  readonly post: string | null;
  readonly acts: readonly string[];
}

/** Who stands on either side, and the act that made the disclosure an occasion of its own. */
export interface OwingSides extends Sides {
  readonly act: string | null;
}

/** Acts by which something is disclosed that the rule of a notice is about. */
const OCCASIONS: ReadonlySet<string> = new Set(['EMERGENCY_DISCLOSURE', 'DISASTER']);
const UNITED_NATIONS = 'UN';

/** Who owes what follows from a disclosure, and to whom; null where that is one and the same. */
export function sidesOf(disclosure: OwingDisclosure, { acts, posts }: KnownParties): OwingSides | null {
  const { kind, recipient, records, post } = disclosure;
  const { debtor, to } = OWING[kind];
  const act = disclosure.acts.find((name) => OCCASIONS.has(acts.get(name)?.kind ?? '')) ?? null;
  const discloser = act === null ? records.record.owner : (acts.get(act)?.agency ?? records.record.owner);
  const agency = debtor === 'RECIPIENT' ? recipient : discloser;
  const originator = to === 'ORIGINATOR' ? originatorOf(records, agency) : null;
  // Whoever disclosed by an act of its own what it made itself has nobody to tell.
  if (to === 'ORIGINATOR' && originator === null && act !== null) return null;
  const sending = post === null ? null : (posts.get(post)?.sending ?? null);
  return { agency, act, creditor: creditorOf(to, { sending, originator, agency }) };
}

/** Who must be told that something of its was disclosed: whose information a record holds before whoever keeps it; null where that is the discloser. */
function originatorOf({ label, record }: Handling, discloser: string): string | null {
  const named = [
    ...[...label.foreignSources].filter((source) => source !== '~'),
    ...label.originatorControls.map(({ organisation }) => organisation),
    record.owner,
  ];
  return named.find((each) => each !== discloser && each !== stateOf(discloser)) ?? null;
}

interface Parties {
  readonly sending: string | null;
  readonly originator: string | null;
  readonly agency: string;
}

function creditorOf(to: Creditor | null, { sending, originator, agency }: Parties): string | null {
  switch (to) {
    case 'POST':
    case 'SENDING_STATE':
      return sending;
    case 'ORIGINATOR':
      return originator?.split('.')[0] ?? null;
    case 'RECEIVING_STATE_MFA':
      return stateOf(agency);
    case 'UN_SECRETARY_GENERAL':
      return UNITED_NATIONS;
    // A person has no State here, and what is erased is owed to nobody who could be told.
    case 'PERSON_CONCERNED':
    case null:
      return null;
  }
}
