import { type AgencyKind, PURPOSES, type Purpose, type Role } from '@chancery/shared/vocabulary';

/** Who may run a command: whose agency is of such a kind, in such a role towards the post, for such a purpose. */
export interface CommandGrant {
  /** The rule that grants it. */
  readonly rule: string;
  readonly roles: readonly Role[];
  readonly kinds: readonly AgencyKind[];
  readonly purposes: readonly Purpose[];
}

const NO_BUSINESS: ReadonlySet<Purpose> = new Set<Purpose>(['TRAINING', 'TRANSIT', 'OVERSIGHT', 'REGRADE']);

/** Business of an agency's own: nobody makes law, or asks for what is kept from it, to practise, on a journey, to inspect it or to mark it anew. */
export const BUSINESS_PURPOSES: readonly Purpose[] = PURPOSES.filter((purpose) => !NO_BUSINESS.has(purpose));
