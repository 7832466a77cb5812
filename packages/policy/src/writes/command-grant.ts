import type { AgencyKind, Purpose, Role } from '@chancery/shared/vocabulary';

/** Who may run a command: whose agency is of such a kind, in such a role towards the post, for such a purpose. */
export interface CommandGrant {
  /** The rule that grants it. */
  readonly rule: string;
  readonly roles: readonly Role[];
  readonly kinds: readonly AgencyKind[];
  readonly purposes: readonly Purpose[];
}
