import type { RegisterKey } from '@chancery/shared/brands';
import type { Instant } from '@chancery/shared/clock';
import type { Fact, SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import { type Bits, ROLE, some, union } from '../compiled/bits.js';
import { jurisdictionsAt } from '../facts/jurisdiction.js';
import { possibleRoles } from '../facts/role-of.js';
import type { CommandGrant } from './command-grant.js';
import { COMMAND_GRANTS, type CommandName, isCommand } from './command-grants.js';
import { checkLowering } from './lowering.js';
import { checkRetraction } from './retraction.js';
import { ACCEPTED, refused, type Verdict } from './verdict.js';

const grantsOf = (command: CommandName): readonly CommandGrant[] => COMMAND_GRANTS[command];

const isOfProfile = ({ kinds, purposes }: CommandGrant, { subject: { kind }, purpose }: Profile): boolean =>
  kinds.includes(kind) && purposes.includes(purpose);

const isInRole = ({ roles }: CommandGrant, held: Bits): boolean =>
  some(held, union(...roles.map((role) => ROLE[role])));

function nobodyElse(command: CommandName, { subject: { kind }, purpose }: Profile, towards: string): Verdict {
  const [{ rule = 'CHY-DENY' } = {}] = grantsOf(command);
  return refused(rule, `no rule lets \`${kind}\` run \`${command}\` for \`${purpose}\`${towards}`);
}

/** Whether a profile could run a command on some post, whatever is known of it: closed here, it is not even asked about. */
export function checkCommandOfProfile(command: CommandName, profile: Profile): Verdict {
  const held = possibleRoles(profile.subject);
  const open = grantsOf(command).some((grant) => isOfProfile(grant, profile) && isInRole(grant, held));
  return open ? ACCEPTED : nobodyElse(command, profile, '');
}

/** A verdict that names the rules which grant. */
export type Grant =
  | { readonly accepted: true; readonly rules: readonly string[] }
  | Extract<Verdict, { readonly accepted: false }>;

/** The same by the name of a mutation field; what is no command of the table is closed like all that no rule opens. */
export function grantCommand(name: string, profile: Profile): Grant {
  if (!isCommand(name)) return { accepted: false, rule: 'CHY-DENY', reason: `no rule grants \`${name}\`` };
  const verdict = checkCommandOfProfile(name, profile);
  if (!verdict.accepted) return verdict;
  return { accepted: true, rules: [...new Set(grantsOf(name).map(({ rule }) => rule))] };
}

/** When a command is decided, and by what. */
export interface CommandMoment {
  readonly view: SnapshotView;
  readonly now: Instant;
}

/** The relations of a post in which a profile stands to it, as the register has them: what a record of the post says of its States. */
export function factsOfPost(profile: Profile, mission: RegisterKey, { view, now }: CommandMoment): readonly Fact[] {
  return jurisdictionsAt(view, profile, mission, now).flatMap(({ fact }) => fact ?? []);
}

/**
 * Whether a profile may run a command on a post. Its role must be certain: where the facts of the post are UNKNOWN, or the
 * snapshot is stale, nobody has one.
 */
export function checkCommand(
  command: CommandName,
  profile: Profile,
  mission: RegisterKey,
  { view, now }: CommandMoment,
): Verdict {
  const relations = jurisdictionsAt(view, profile, mission, now);
  const open = relations.some(({ roles: { certain } }) =>
    grantsOf(command).some((grant) => isOfProfile(grant, profile) && isInRole(grant, certain)),
  );
  return open ? ACCEPTED : nobodyElse(command, profile, ' at this post');
}

/** What the law says of one command: of a profile alone, and of a profile at a post. */
export function lawOfCommand(command: CommandName) {
  return {
    ofProfile: (profile: Profile): Verdict => checkCommandOfProfile(command, profile),
    ofPost: (profile: Profile, post: RegisterKey, moment: CommandMoment): Verdict =>
      checkCommand(command, profile, post, moment),
    ofLowering: checkLowering,
    ofRetraction: checkRetraction,
  };
}
