import type { PersonCategory } from '@chancery/policy/compiled/bits';
import { factsOfPost } from '@chancery/policy/writes/check-command';
import { checkMember } from '@chancery/policy/writes/members-of-post';
import { checkPersonMarks } from '@chancery/policy/writes/person-marks';
import { InternalError } from '@chancery/shared/errors';
import type { PersonMarks } from '@chancery/shared/labels/label';
import { checkVerdict } from '@chancery/shared/subgraph/writing/check-verdict';
import type { Describing, Making } from '@chancery/shared/subgraph/writing/create-record';
import type { Described } from '@chancery/shared/subgraph/writing/described';

/** A post keeps data of its people as a public task, by a law (GDPR 6(1)(e), 6(3)). */
export const GROUNDS: readonly string[] = ['lawReference', 'publicTask'];

/** The States that receive a post: each is notified of who belongs to it (VCDR 10, VCCR 24). */
export function receiversOf({ viewer, post }: Making): readonly string[] {
  return [...new Set(factsOfPost(viewer.profile, post, viewer).map(({ receiving }) => receiving))];
}

/** Throws WRITE_DENIED where nobody of such a category is a member of the post. */
export function checkMemberOf(category: PersonCategory, { viewer, post }: Making): void {
  checkVerdict(checkMember(category, factsOfPost(viewer.profile, post, viewer)));
}

/** The marks, where they are what a treaty describes somebody by. Throws WRITE_DENIED. */
export function checked(marks: PersonMarks): PersonMarks {
  checkVerdict(checkPersonMarks(marks));
  return marks;
}

/** The same person as a post holder that a record links to, described otherwise. */
export function asHolder({ linked }: Describing, describe: (holder: PersonMarks) => PersonMarks | null): Described {
  const holder = linked.get('postHolder')?.record;
  // Every holder is described, by an import or by the notice of the appointment.
  if (holder === undefined || holder.person === null || holder.who === null)
    throw new InternalError('INTERNAL', 'a post holder is described by no marks');
  const person = describe(holder.person);
  return { person: person === null ? null : checked(person), who: holder.who, tags: GROUNDS };
}
