import { join } from 'node:path';
import { sightPage } from '@chancery/gateway/consult/sight';
import { LEDGER_MIGRATIONS } from '@chancery/ledger/migrations';
import { peopleOfState } from '@chancery/ledger/replay/people-of-state';
import { createPolicyEngine } from '@chancery/policy/engine';
import { decideSeen } from '@chancery/policy/replay/who-sees';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { peoplePageOf } from '@chancery/shared/people/ask-people';
import { withConnection } from '@chancery/shared/postgres/connect';
import { migrate } from '@chancery/shared/postgres/migrate';
import { provisionDatabase } from '@chancery/shared/postgres/provision';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { openLoaderPool } from '@chancery/shared/subgraph/events/loader-pool';
import { demoLaw, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW, profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { PERSONAS } from '@chancery/shared/subjects/personas';
import { profileText } from '@chancery/shared/subjects/profile-text';
import type { Profile } from '@chancery/shared/subjects/subject';
import { startWatch, type Watched } from './watch.js';

const PEOPLE = 10_000;

/** People who have asked, half of them of the State that is asked about, in all the ways of its personas. */
function peopleOf(): readonly Profile[] {
  const [own, others] = [true, false].map((is) => PERSONAS.filter(({ represents }) => (represents === 'USA') === is));
  return Array.from({ length: PEOPLE }, (_, n) => {
    const some = (n % 2 === 0 ? own : others) ?? [];
    const persona = some[(n >> 1) % some.length];
    if (persona === undefined) throw new RangeError('no persona');
    const profile = profileOf(persona.id, persona.purposes[n % persona.purposes.length]);
    const clearances = profile.subject.clearances.map((each) => ({ ...each, briefedAt: `20${10 + (n % 15)}-01-01` }));
    return { ...profile, subject: { ...profile.subject, clearances, id: `a:${String(n).padStart(16, '0')}` } };
  });
}

/** Asks who may see one value, among 10,000 people as a ledger has them; an answer that is not what each of them comes to by itself fails it. */
export async function measureWho(adminUrl: string, folder: string): Promise<void> {
  const credentialsFile = join(folder, 'bench_ledger.credentials.json');
  const urls = await provisionDatabase(adminUrl, { database: 'bench_ledger', credentialsFile });
  await migrate(urls.ownerUrl, LEDGER_MIGRATIONS);
  const people = peopleOf();
  const texts = people.map((profile) => profileText(profile));
  await withConnection(urls.ownerUrl, (owner) =>
    owner.query('insert into audit_profile (digest, text) select * from unnest($1::text[], $2::text[])', [
      texts.map(({ digest }) => digest),
      texts.map(({ text }) => text),
    ]),
  );
  const engine = createPolicyEngine();
  const by = { engine, view: viewOf(sealSnapshot({ number: 1, ...demoLaw() }), false), now: NOW };
  const handling = parseHandling(`l=USA:2;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=${EMBASSY}`);
  const value = { coordinate: 'Premises.floorPlan', category: 'PREMISES_RESCUE', floor: 0, handling } as const;
  const reader = openLoaderPool({ loaderUrl: urls.loaderUrl, max: 1, log: () => undefined, event: 'people' });
  const ask = async (question: Parameters<typeof peopleOfState>[1]) =>
    peoplePageOf(question, await peopleOfState(reader, question));
  process.stdout.write(
    '| who may see a value | people | first page, ms | of the processor, ms | all pages, ms |\n|---|---|---|---|---|\n',
  );
  for (const [name, onlyOpen] of [
    ['everybody, first asked', false],
    ['everybody', false],
    ['who may alone', true],
  ] as const) {
    const found: string[] = [];
    const begun = startWatch();
    let first: Watched | null = null;
    for (let after: string | null = null; ; ) {
      const page = await sightPage({ value, by, partners: [], people: ask, first: 50, after, onlyOpen });
      first ??= begun();
      found.push(...page.rows.map(({ profile, decision }) => `${profile.subject.id} ${decision.effect}`));
      if (page.next === null) break;
      after = page.next;
    }
    const all = begun();
    const expected = people
      .filter(({ subject }) => subject.represents === 'USA')
      .map((profile) => `${profile.subject.id} ${decideSeen(profile, value, by).effect}`)
      .filter((line) => !onlyOpen || line.endsWith(' allow'));
    if (found.length !== expected.length || [...found].sort().join() !== expected.sort().join()) {
      throw new RangeError(`${found.length} of ${expected.length} people`);
    }
    const times = [first.wallMs.toFixed(1), first.ownMs.toFixed(1), all.wallMs.toFixed(0)];
    process.stdout.write(`| ${name} | ${found.length} of ${PEOPLE} | ${times.join(' | ')} |\n`);
  }
  await reader.end();
}
