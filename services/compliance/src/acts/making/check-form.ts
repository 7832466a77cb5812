import { isFaultOfForm } from '@chancery/policy/writes/acts';
import { ClientError } from '@chancery/shared/errors';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { actShape } from '@chancery/shared/snapshot/snapshot-shapes';
import { checkVerdict, type WriteVerdict } from '@chancery/shared/subgraph/writing/check-verdict';

const FIELDS: Readonly<Record<string, string>> = {
  'by.office': 'office',
  'to.represents': 'recipient',
  'to.agencies': 'recipientAgencies',
  'scope.missions': 'post',
  'scope.keys': 'scopeKeys',
  'scope.persons': 'persons',
  'scope.categories': 'categories',
  from: 'fromAt',
  until: 'untilAt',
  written: 'isWritten',
  ref: 'source',
};

/** What the snapshot would not read is not kept. Throws INPUT_INVALID at the field that says it. */
export function checkForm(act: Act): void {
  const parsed = actShape.safeParse(act);
  if (parsed.success) return;
  const path = parsed.error.issues[0]?.path.slice(0, 2).join('.') ?? '';
  const field = FIELDS[path] ?? FIELDS[path.split('.')[0] ?? ''] ?? 'kind';
  throw new ClientError('INPUT_INVALID', `\`${field}\` is not as an act says it`, `input.${field}`);
}

const ALL = '*';
/** Acts about States: whom and what they reach is told by their key. */
const ABOUT_STATES: ReadonlySet<string> = new Set(['AGREEMENT', 'PARTY_STATUS']);

/**
 * An act that reaches nobody, or no kind of data, would be answered as granted, and somebody would rely on it at a door. Throws
 * INPUT_INVALID.
 */
export function checkReach({ kind, to, scope }: Act): void {
  if (ABOUT_STATES.has(kind)) return;
  if (to.agencies.length === 0) {
    throw new ClientError(
      'INPUT_INVALID',
      '`recipientAgencies` names nobody; `*` is every agency',
      'input.recipientAgencies',
    );
  }
  const stranger = to.agencies.find((agency) => agency !== ALL && !agency.startsWith(`${to.represents}.`));
  if (stranger !== undefined && to.represents !== ALL) {
    const message = `\`${stranger}\` is no agency of the recipient \`${to.represents}\``;
    throw new ClientError('INPUT_INVALID', message, 'input.recipientAgencies');
  }
  if (scope.categories.length === 0) {
    throw new ClientError('INPUT_INVALID', '`categories` names no kind of data; `*` is every kind', 'input.categories');
  }
}

/** Throws WRITE_DENIED with the rule that refuses an act; what is wrong with its form no rule says, and its own words do: INPUT_INVALID. */
export function checkMade(verdict: WriteVerdict): void {
  if (!verdict.accepted && isFaultOfForm(verdict)) throw new ClientError('INPUT_INVALID', verdict.reason, 'input');
  checkVerdict(verdict);
}
