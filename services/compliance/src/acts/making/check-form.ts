import { ClientError } from '@chancery/shared/errors';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { actShape } from '@chancery/shared/snapshot/snapshot-shapes';

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
