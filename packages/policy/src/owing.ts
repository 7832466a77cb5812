import type { ObligationKind } from '@chancery/shared/vocabulary';

/** Who must act: the agency that received the value, or the one that opened it. */
export type Debtor = 'RECIPIENT' | 'DISCLOSER';

/** To whom something is owed. */
export const CREDITORS = [
  'ORIGINATOR',
  'RECEIVING_STATE_MFA',
  'POST',
  'SENDING_STATE',
  'UN_SECRETARY_GENERAL',
  'PERSON_CONCERNED',
] as const;
export type Creditor = (typeof CREDITORS)[number];

/** Who must do what for whom, by kind of obligation; `to` is null where nobody is told. */
export const OWING: Readonly<Record<ObligationKind, { readonly debtor: Debtor; readonly to: Creditor | null }>> = {
  NOTIFY_ORIGINATOR: { debtor: 'DISCLOSER', to: 'ORIGINATOR' },
  ROUTE_VIA_MFA: { debtor: 'RECIPIENT', to: 'RECEIVING_STATE_MFA' },
  NOTIFY_POST: { debtor: 'RECIPIENT', to: 'POST' },
  NOTIFY_SENDING_STATE: { debtor: 'RECIPIENT', to: 'SENDING_STATE' },
  NOTIFY_UNSG: { debtor: 'RECIPIENT', to: 'UN_SECRETARY_GENERAL' },
  INFORM_PERSON: { debtor: 'RECIPIENT', to: 'PERSON_CONCERNED' },
  REQUEST_ORIGINATOR: { debtor: 'RECIPIENT', to: 'ORIGINATOR' },
  ADVISE_ORIGINATOR: { debtor: 'RECIPIENT', to: 'ORIGINATOR' },
  MINIMISE: { debtor: 'RECIPIENT', to: null },
  PURGE: { debtor: 'RECIPIENT', to: null },
};

/** Who owes an obligation and to whom; an agency is named only when it is the one that asked. */
export function owing(kind: ObligationKind, recipient: string): { readonly by: string; readonly to: string | null } {
  const { debtor, to } = OWING[kind];
  return { by: debtor === 'RECIPIENT' ? recipient : debtor, to };
}
