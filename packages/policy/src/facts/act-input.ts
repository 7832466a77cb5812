import type { RegisterKey } from '@chancery/shared/brands';
import type { RecordMarks } from '@chancery/shared/labels/label';
import type { Fact } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';

/** One value as the acts see it: who asks, for what kind of data, of which record, in respect of which mission. */
export interface ActInput {
  readonly profile: Profile;
  readonly category: Category;
  readonly record: RecordMarks;
  readonly mission: RegisterKey | null;
  /** The jurisdiction fact of that mission; null when there is none. */
  readonly fact: Fact | null;
}
