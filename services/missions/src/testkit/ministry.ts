import { profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Purpose } from '@chancery/shared/vocabulary';

/** The foreign ministry of a State, without a clearance, as it notifies another. */
export function ministryOf(represents: string, purpose: Purpose = 'PROTOCOL_NOTIFICATION'): Profile {
  const { subject, ...profile } = profileOf('deu.foreign-ministry', purpose);
  const of = { represents, agency: `${represents}.foreign-ministry`, nationalities: [represents], clearances: [] };
  const id = `a:${Buffer.from(represents).toString('hex').padStart(16, '0')}`;
  return { ...profile, subject: { ...subject, ...of, groups: [], id } };
}
