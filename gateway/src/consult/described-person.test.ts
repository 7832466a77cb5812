import type { AskPeople } from '@chancery/shared/people/ask-people';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { demoLaw } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW, profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import type { Profile } from '@chancery/shared/subjects/subject';
import { describe, expect, it } from '@jest/globals';
import type { MaySeePerson } from '../stages/execute/consulted.js';
import { profilesOf } from './described-person.js';

const asking = {
  profile: profileOf('usa.inspectorate'),
  view: viewOf(sealSnapshot({ number: 1, ...demoLaw() }), false),
};
const agreement = {
  ...{ validFrom: '2020-01-01', validTo: '2100-01-01', represents: 'DEU' },
  agencies: new Map([['DEU.police', 'POLICE']]),
  ceiling: new Map([
    ['DEU', 2],
    ['NATO', 1],
  ]),
  compartments: new Set(['ALPHA', 'BRAVO']),
  purposes: new Set(['PROTECT_LIFE', 'THREAT_PREVENTION']),
};
const trust = { agreements: () => [agreement] as never };

/** Profiles of a person that the ledger has, whoever is asked about: a teller that says too much is not believed. */
const teller =
  (people: readonly Profile[]): AskPeople =>
  async () => ({ people, next: null });
const officer = profileOf('usa.diplomatic-security');
const known = (changes: Partial<Profile>, id = 'a:1'): Profile => {
  return { ...officer, ...changes, subject: { ...officer.subject, id } };
};
const describedBy = (person: MaySeePerson, people: readonly Profile[] = [], at = NOW) =>
  profilesOf(person, asking as never, at, { trust, people: teller(people) });
const refused = async (person: MaySeePerson, at = NOW): Promise<unknown> =>
  describedBy(person, [], at).catch((error: { code: string; argument: string }) => [error.code, error.argument]);

describe('somebody who is described of an agency', () => {
  it('is all that its agreement lets anybody of it be, for each purpose that it names', async () => {
    const profiles = (await describedBy({ agency: 'DEU.police' })) ?? [];
    expect(profiles.map(({ purpose }) => purpose).sort()).toEqual(['PROTECT_LIFE', 'THREAT_PREVENTION']);
    for (const { subject } of profiles) {
      expect(subject.clearances.map(({ policy, rank }) => `${policy} ${rank}`)).toEqual(['DEU 2', 'NATO 1']);
      expect(subject.compartments).toEqual(['ALPHA', 'BRAVO']);
      expect([subject.represents, subject.kind]).toEqual(['DEU', 'POLICE']);
    }
  });

  it('is never more than that, whatever is said, and less where that is said', async () => {
    const [profile] =
      (await describedBy({
        agency: 'DEU.police',
        purpose: 'PROTECT_LIFE',
        clearances: [
          { policy: 'DEU', rank: 4 },
          { policy: 'USA', rank: 4 },
        ],
        compartments: ['BRAVO', 'ZULU'],
        nationalities: ['FRA'],
        caseId: 'inc_1',
      })) ?? [];
    expect(profile?.subject).toMatchObject({ compartments: ['BRAVO'], nationalities: ['FRA'], represents: 'DEU' });
    expect(profile?.subject.clearances.map(({ policy, rank }) => `${policy} ${rank}`)).toEqual(['DEU 2']);
    expect([profile?.purpose, profile?.caseId]).toEqual(['PROTECT_LIFE', 'inc_1']);
  });

  it('is nobody for a purpose that the agreement does not name, and refused where no agreement is in force', async () => {
    expect(await describedBy({ agency: 'DEU.police', purpose: 'CONSULAR_ASSISTANCE' })).toEqual([]);
    expect(await refused({ agency: 'FRA.police' })).toEqual(['INPUT_INVALID', 'person.agency']);
    expect(await refused({ agency: 'DEU.police' }, Date.parse('2019-01-01T00:00:00Z'))).toEqual([
      'INPUT_INVALID',
      'person.agency',
    ]);
  });
});

describe('a person by pseudonym', () => {
  it('is who the ledger has of the own State, once for all attributes, purposes and cases that the law tells apart', async () => {
    const people = [
      known({ purpose: 'INCIDENT_RESPONSE' }),
      known({ purpose: 'INCIDENT_RESPONSE', caseId: 'inc_nobody_names' }),
      known({ purpose: 'EVACUATION' }),
      known({ purpose: 'EVACUATION' }, 'a:2'),
    ];
    const purposes = async (person: MaySeePerson) => (await describedBy(person, people))?.map(({ purpose }) => purpose);
    expect(await purposes({ subject: 'a:1' })).toEqual(['INCIDENT_RESPONSE', 'EVACUATION']);
    expect(await purposes({ subject: 'a:1', purpose: 'EVACUATION' })).toEqual(['EVACUATION']);
    expect(await purposes({ subject: 'a:1', purpose: 'TRAINING' })).toEqual([]);
  });

  it('is found to the last of its profiles, however many cases it has named before', async () => {
    const last = known({ purpose: 'EVACUATION' });
    const asked: (string | null)[] = [];
    const pages: AskPeople = async ({ after }) => {
      asked.push(after);
      if (asked.length > 2) return { people: [last], next: null };
      return {
        people: [known({ purpose: 'INCIDENT_RESPONSE', caseId: `inc_${asked.length}` })],
        next: `${asked.length}`,
      };
    };
    const profiles = await profilesOf({ subject: 'a:1', purpose: 'EVACUATION' }, asking as never, NOW, {
      trust,
      people: pages,
    });
    expect(profiles).toEqual([last]);
    expect(asked).toEqual([null, '1', '2']);
  });

  it('is nobody by a name that is longer than any pseudonym, and nobody is asked of it', async () => {
    const people: AskPeople = async () => Promise.reject(new Error('asked'));
    expect(await profilesOf({ subject: 'a'.repeat(41) }, asking as never, NOW, { trust, people })).toBeNull();
  });

  it('is nobody where the ledger has none of that name, and where it is of another State', async () => {
    const foreigner = profileOf('gbr.foreign-ministry');
    expect(await describedBy({ subject: 'a:3' }, [known({})])).toBeNull();
    expect(await describedBy({ subject: foreigner.subject.id }, [foreigner])).toBeNull();
  });

  it('is asked about alone, and not described', async () => {
    for (const person of [{}, { subject: 'a:1', agency: 'DEU.police' }, { subject: 'a:1', compartments: [] }]) {
      expect(await refused(person)).toEqual(['INPUT_INVALID', 'person']);
    }
  });

  it('who has asked in more ways than one question may ask about is to be asked about by purpose', async () => {
    const people = Array.from({ length: 17 }, (_, n) => {
      const clearances = officer.subject.clearances.map((each) => ({ ...each, policy: `P${n}` }));
      return { ...officer, subject: { ...officer.subject, clearances, id: 'a:1' } };
    });
    const asked = describedBy({ subject: 'a:1' }, people);
    await expect(asked).rejects.toMatchObject({ code: 'INPUT_INVALID', argument: 'person' });
  });
});
