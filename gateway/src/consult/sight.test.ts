import { createPolicyEngine, type PolicyEngine } from '@chancery/policy/engine';
import { decideSeen } from '@chancery/policy/replay/who-sees';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { AskPeople } from '@chancery/shared/people/ask-people';
import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { demoLaw, EMBASSY } from '@chancery/shared/subgraph/testkit/demo-law';
import { NOW, profileOf } from '@chancery/shared/subgraph/testkit/persona-profile';
import { PERSONAS } from '@chancery/shared/subjects/personas';
import { profileText } from '@chancery/shared/subjects/profile-text';
import type { Profile } from '@chancery/shared/subjects/subject';
import { describe, expect, it } from '@jest/globals';
import type { Partner } from './partner-profile.js';
import { decideTelling, type SeeingRow, type SightOptions, sightCursor, sightPage } from './sight.js';

const PEOPLE = 10_000;
const engine = createPolicyEngine();
const view = viewOf(sealSnapshot({ number: 1, ...demoLaw() }), false);
const handling = parseHandling(`l=USA:2;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=${EMBASSY}`);
const value = { coordinate: 'Premises.floorPlan', category: 'PREMISES_RESCUE', floor: 0, handling } as const;

/** People of the State and, among them, of others, in the order in which the ledger has them. */
const people: readonly Profile[] = Array.from({ length: PEOPLE }, (_, index): Profile => {
  const own = PERSONAS.filter(({ agency }) => index % 4 === 0 || agency.startsWith('USA.'));
  const persona = own[index % own.length];
  if (persona === undefined) throw new RangeError('no persona');
  const profile = profileOf(persona.id, persona.purposes[index % persona.purposes.length]);
  return { ...profile, subject: { ...profile.subject, id: `a:${String(index).padStart(16, '0')}` } };
}).sort((a, b) => (profileText(a).digest < profileText(b).digest ? -1 : 1));

const partners: readonly Partner[] = ['deu.police', 'deu.fire-service', 'gbr.foreign-ministry', 'usa.consular'].map(
  (id) => {
    const { subject } = profileOf(id);
    return { subject, agreement: { purposes: new Set(['PROTECT_LIFE', 'INCIDENT_RESPONSE']) } as never };
  },
);

/** The ledger's own order and bounds; counts how often it is asked. */
function ledgerOf(all: readonly Profile[]): { readonly ask: AskPeople; asked: number } {
  const own = all.filter(({ subject }) => subject.represents === 'USA');
  const places = new Map(own.map((each, place) => [`${profileText(each).digest}`, place]));
  const told = {
    asked: 0,
    ask: async ({ represents, after, limit }: Parameters<AskPeople>[0]) => {
      expect(represents).toBe('USA');
      told.asked += 1;
      const from = after === null ? 0 : (places.get(after) ?? PEOPLE) + 1;
      const page = own.slice(from, from + limit);
      const last = page.at(-1);
      return { people: page, next: page.length < limit || last === undefined ? null : profileText(last).digest };
    },
  };
  return told;
}

const options = (changes: Partial<SightOptions> = {}): SightOptions => ({
  value,
  by: { engine, view, now: NOW },
  partners,
  people: ledgerOf(people).ask,
  first: 50,
  after: null,
  onlyOpen: false,
  ...changes,
});

async function allRows(changes: Partial<SightOptions> = {}): Promise<readonly SeeingRow[]> {
  const rows: SeeingRow[] = [];
  for (let after: string | null = null; ; ) {
    const page = await sightPage(options({ ...changes, after }));
    rows.push(...page.rows);
    if (page.next === null) return rows;
    after = page.next;
  }
}

const nameOf = ({ of, profile: { subject, purpose } }: SeeingRow): string =>
  `${of} ${of === 'AGENCY' ? subject.agency : subject.id} ${purpose}`;

const said = ({ effect, code, citations, acts }: SeeingRow['decision']): string =>
  [effect, code, ...citations.map(({ rule }) => rule), ...acts].join(' ');

describe('who may see a value', () => {
  it('is told page by page, each once, and is for people among 10,000 what is decided for each alone', async () => {
    const rows = await allRows({ first: 97 });
    const own = people.filter(({ subject }) => subject.represents === 'USA');
    expect(rows.filter(({ of }) => of === 'PERSON').map(({ profile }) => profile.subject.id)).toEqual(
      own.map(({ subject }) => subject.id),
    );
    expect(new Set(rows.map(nameOf)).size).toBe(rows.length);
    // Every 23rd, so that each persona and each purpose is among them.
    const otherwise = rows
      .filter((_, index) => index % 23 === 0)
      .filter(
        ({ profile, decision }) => said(decision) !== said(decideSeen(profile, value, { engine, view, now: NOW })),
      );
    expect(otherwise).toEqual([]);
    // Some may and some may not, or the comparison says little.
    expect(new Set(rows.map(({ decision }) => decision.effect)).size).toBeGreaterThan(1);
  });

  it('names no person of another State, and its agencies as their agreements let anybody of them be at most', async () => {
    const rows = await allRows({ first: 100 });
    for (const { of, profile } of rows) {
      expect(profile.subject.represents === 'USA').toBe(of === 'PERSON');
    }
    expect(rows.filter(({ of }) => of === 'AGENCY').map(nameOf)).toEqual([
      'AGENCY DEU.fire-service INCIDENT_RESPONSE',
      'AGENCY DEU.fire-service PROTECT_LIFE',
      'AGENCY DEU.police INCIDENT_RESPONSE',
      'AGENCY DEU.police PROTECT_LIFE',
      'AGENCY GBR.foreign-ministry INCIDENT_RESPONSE',
      'AGENCY GBR.foreign-ministry PROTECT_LIFE',
    ]);
  });

  it('is by wish those who see it alone, the same as all without the others', async () => {
    const open = (await allRows({ first: 83 })).filter(({ decision }) => decision.effect === 'allow');
    expect((await allRows({ onlyOpen: true, first: 71 })).map(nameOf)).toEqual(open.map(nameOf));
  });

  it('decides no more for its first page than that, and asks for no more people', async () => {
    let decided = 0;
    const counting: PolicyEngine = {
      ...engine,
      decide: (...asked) => {
        decided += 1;
        return engine.decide(...asked);
      },
    };
    const ledger = ledgerOf(people);
    const { rows } = await sightPage(options({ by: { engine: counting, view, now: NOW }, people: ledger.ask }));
    expect(rows).toHaveLength(50);
    expect(decided).toBeLessThanOrEqual(100);
    expect(ledger.asked).toBe(1);
  });

  it('is decided by the dates of another instant where that is asked about', async () => {
    const long = Date.parse('1950-01-01T00:00:00Z');
    const { rows } = await sightPage(options({ by: { engine, view, now: long } }));
    for (const { profile, decision } of rows) {
      expect(said(decision)).toBe(said(decideSeen(profile, value, { engine, view, now: long })));
    }
    const open = (some: readonly SeeingRow[]) => some.filter(({ decision }) => decision.effect === 'allow').length;
    expect(open(rows)).not.toBe(open((await sightPage(options())).rows));
  });
});

describe('where a page of who sees a value begins', () => {
  it('is where one ended, and what never was an end is refused before anybody is asked', () => {
    const digest = `sha256:${'0'.repeat(64)}`;
    for (const told of ['agency:DEU.police PROTECT_LIFE', 'person:', `person:${digest}`])
      expect(sightCursor(told)).toBe(told);
    for (const none of [null, undefined]) expect(sightCursor(none)).toBeNull();
    for (const never of ['', 'zzz', 'person:zzz', `person:${digest}0`, digest]) {
      expect(() => sightCursor(never)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID', argument: 'after' }));
    }
  });
});

describe('that a value may be seen', () => {
  const telling = (persona: string, of = handling) =>
    decideTelling(of, profileOf(persona), { policy: engine, view, now: NOW })?.citations.map(({ rule }) => rule) ??
    null;

  it('is told to the oversight of the State whose record it is, and to nobody else', () => {
    expect(telling('usa.inspectorate')).toContain('CHY-OVS');
    for (const { id } of PERSONAS.filter(({ kind }) => kind !== 'OVERSIGHT')) expect(telling(id)).toBeNull();
    const others = parseHandling('l=-;rel=*;nat=*;pur=*;own=DEU.police');
    expect(telling('usa.inspectorate', others)).toBeNull();
    expect(
      telling('usa.inspectorate', parseHandling('l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register')),
    ).toBeNull();
  });
});
