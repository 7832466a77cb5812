import { withConnection } from '@chancery/shared/postgres/connect';
import { profileText } from '@chancery/shared/subjects/profile-text';
import type { Profile } from '@chancery/shared/subjects/subject';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SAMPLE_PROFILE } from '../testkit/sample-entry.js';
import { createTestLedger, type TestLedger } from '../testkit/test-ledger.js';
import { peopleOfState } from './people-of-state.js';
import { PERSON_SQL, STATE_SQL } from './profile-sql.js';

const STATES = ['USA', 'DEU', 'a "State"', '\\', 'U'];
/** Names that would be taken for members, or for the end of one, by whoever reads the text carelessly. */
const NAMES = ['a:1', 'a:11', '"represents":"USA"', 'x","represents":"USA","y":"', 'back\\', 'back\\\\"', '%_'];
const PEOPLE: readonly Profile[] = Array.from({ length: 700 }, (_, n) => {
  const [represents = '', id = ''] = [STATES[n % STATES.length], NAMES[Math.floor(n / 5) % NAMES.length]];
  return { ...SAMPLE_PROFILE, subject: { ...SAMPLE_PROFILE.subject, represents, id }, caseId: `inc_${n}` };
});
const texts = new Map(PEOPLE.map((profile) => [profileText(profile).digest as string, profile]));
const inOrder = (some: readonly Profile[]): string[] => some.map((each) => profileText(each).digest).sort();

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await createTestLedger('people');
  await ledger.tamper('insert into audit_profile select * from unnest($1::text[], $2::text[])', [
    [...texts.keys()],
    [...texts.values()].map((each) => profileText(each).text),
  ]);
  // What is no profile is nobody, and stands in nobody's way.
  await ledger.tamper(`insert into audit_profile values ('sha256:x', ''), ('sha256:y', '{"represents":"USA')`);
  await ledger.tamper('analyze audit_profile');
});
afterAll(() => ledger.close());

describe('who of a State has asked', () => {
  it.each(STATES)(
    'is told of %j page by page, each once and nobody else’s, whatever people are called',
    async (represents) => {
      const found: string[] = [];
      await withConnection(ledger.database.loaderUrl, async (client) => {
        for (let after: string | null = null; ; ) {
          const page = await peopleOfState(client, { represents, subject: null, after, limit: 30 });
          found.push(...page.map(([digest]) => digest));
          if (page.length < 30) break;
          after = found.at(-1) ?? null;
        }
      });
      expect(found).toEqual(inOrder(PEOPLE.filter(({ subject }) => subject.represents === represents)));
    },
  );

  it.each(NAMES)('is told of the person %j alone', async (subject) => {
    const asked = { represents: 'USA', subject, after: null, limit: 500 };
    const page = await withConnection(ledger.database.loaderUrl, (client) => peopleOfState(client, asked));
    const own = PEOPLE.filter((each) => each.subject.represents === 'USA' && each.subject.id === subject);
    expect(page.map(([digest]) => digest)).toEqual(inOrder(own));
  });

  it('is found by indexes, and no table is passed over', async () => {
    await ledger.tamper('set enable_seqscan = off');
    for (const [index, where] of [
      ['audit_profile_of_state', `${STATE_SQL} = 'USA'`],
      ['audit_profile_of_person', `${PERSON_SQL} = 'a:1'`],
    ] as const) {
      const { rows } = await ledger.tamper(
        `explain select digest from audit_profile where ${where} and digest > '' order by digest limit 5`,
      );
      expect(rows.map((row) => Object.values(row)[0]).join()).toContain(index);
    }
    await ledger.tamper('reset enable_seqscan');
  });
});
