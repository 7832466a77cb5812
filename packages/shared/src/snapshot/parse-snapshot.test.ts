import { describe, expect, it } from '@jest/globals';
import { MISSION_KINDS } from '../vocabulary.js';
import { parseSnapshot, sealSnapshot } from './parse-snapshot.js';
import { regimeOf } from './regime.js';
import type { Act, Fact } from './snapshot.js';

const fact: Fact = {
  m: 'Q875787',
  sending: 'USA',
  receiving: 'DEU',
  regime: 'VCDR',
  legalStatus: 'ESTABLISHED',
  protectingPower: null,
  from: '2026-01-01',
  until: null,
};
const act: Act = {
  id: 'act_41d0',
  v: 2,
  kind: 'CONSENT',
  by: { represents: 'USA', office: 'HEAD_OF_MISSION' },
  to: { represents: 'DEU', agencies: ['*'] },
  scope: { missions: ['Q875787'], keys: [], persons: [], categories: ['PREMISES_RESCUE'] },
  from: '2026-09-21T12:00:00Z',
  until: '2026-09-21T18:00:00Z',
  written: true,
  ref: null,
  revokedAt: null,
};
const other: Fact = { ...fact, m: 'Q470042', regime: 'VCCR' };

/** Content under its own digest, with whatever the seal would not have written. */
function parse(facts: object[], acts: object[]): unknown {
  const sealed = sealSnapshot({ number: 1, facts: facts as Fact[], acts: acts as Act[] });
  return parseSnapshot({ ...sealed, facts, acts });
}

describe('a sealed snapshot', () => {
  it('parses to itself, from its JSON', () => {
    const sealed = sealSnapshot({ number: 4711, facts: [fact, other], acts: [act] });
    expect(parseSnapshot(JSON.parse(JSON.stringify(sealed)))).toEqual(sealed);
    expect(sealed.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('has the digest of its content, whatever the order it came in and whatever its number', () => {
    const { digest } = sealSnapshot({ number: 1, facts: [fact, other], acts: [act] });
    const { until, ...rest } = fact;
    expect(sealSnapshot({ number: 2, facts: [other, { until, ...rest }], acts: [{ ...act }] }).digest).toBe(digest);
    expect(sealSnapshot({ number: 1, facts: [fact], acts: [act] }).digest).not.toBe(digest);
    const revoked = { ...act, revokedAt: '2026-09-21T13:00:00Z' };
    expect(sealSnapshot({ number: 1, facts: [fact, other], acts: [revoked] }).digest).not.toBe(digest);
  });

  it('is refused when its content is not what its digest names', () => {
    const sealed = sealSnapshot({ number: 1, facts: [fact], acts: [act] });
    const widened = { ...act, scope: { ...act.scope, missions: ['*'] } };
    expect(() => parseSnapshot({ ...sealed, acts: [widened] })).toThrow('digest is not that of its content');
    expect(() => parseSnapshot({ ...sealed, acts: [] })).toThrow('digest');
  });
});

describe('parseSnapshot', () => {
  it.each<[string, object]>([
    ['an unknown field', { note: 'x' }],
    ['an unknown kind', { kind: 'FAVOUR' }],
    ['an unknown category', { scope: { ...act.scope, categories: ['GOSSIP'] } }],
    ['a star beside a name', { scope: { ...act.scope, missions: ['*', 'Q1'] } }],
    ['one mission twice', { scope: { ...act.scope, missions: ['Q1', 'Q1'] } }],
    ['a scope without keys, which is not all keys', { scope: { missions: [], categories: [] } }],
    ['an end before its start', { until: '2026-09-21T11:00:00Z' }],
    ['a time without zone', { from: '2026-09-21T12:00:00' }],
    ['a relative time', { from: '+0s' }],
    ['a day that is none', { from: '2026-02-30T12:00:00Z' }],
    ['no version', { v: 0 }],
    ['no giver', { by: { represents: '', office: 'X' } }],
    ['a disaster of more than a day', { kind: 'DISASTER', until: '2026-09-22T12:00:01Z' }],
    ['a disaster without an end', { kind: 'DISASTER', until: null }],
  ])('refuses an act with %s', (_what, changes) => {
    expect(() => parse([fact], [{ ...act, ...changes }])).toThrow('snapshot: `acts.0');
    expect(() => parse([fact], [act])).not.toThrow();
  });

  it('takes a disaster of exactly a day', () => {
    expect(() => parse([fact], [{ ...act, kind: 'DISASTER', until: '2026-09-22T12:00:00Z' }])).not.toThrow();
  });

  it('refuses one act in two versions, for the older would go on granting', () => {
    expect(() => parse([fact], [act, { ...act, v: 3, revokedAt: act.from }])).toThrow(
      'act `act_41d0` stands in it twice',
    );
  });

  it('refuses two facts of one mission on one day, and takes them one after the other', () => {
    const next = { ...fact, from: '2026-06-01', legalStatus: 'SUSPENDED' };
    expect(() => parse([fact, next], [])).toThrow('mission `Q875787`');
    expect(() => parse([next, { ...fact, until: '2026-06-02' }], [])).toThrow('mission `Q875787`');
    expect(() => parse([next, { ...fact, until: '2026-06-01' }], [])).not.toThrow();
  });

  it('takes facts of one mission for several States of accreditation, each once a day, and of one sending State', () => {
    const elsewhere = { ...fact, receiving: 'NZL' };
    expect(() => parse([fact, elsewhere], [])).not.toThrow();
    expect(() => parse([fact, elsewhere, { ...elsewhere, from: '2026-06-01' }], [])).toThrow('mission `Q875787`');
    expect(() => parse([fact, { ...elsewhere, sending: 'GBR' }], [])).toThrow('mission `Q875787`');
  });

  it('reads an act that names no person, and one that is older than persons, as the same', () => {
    const { persons, ...older } = act.scope;
    expect(persons).toEqual([]);
    const sealed = sealSnapshot({ number: 1, facts: [fact], acts: [act] });
    expect(parseSnapshot({ ...sealed, acts: [{ ...act, scope: older }] })).toEqual(sealed);
    const named = { ...act, scope: { ...act.scope, persons: ['p:7f3c'] } };
    expect(sealSnapshot({ number: 1, facts: [fact], acts: [named] }).digest).not.toBe(sealed.digest);
    // The digest that this content had before acts could name persons.
    expect(sealed.digest).toBe('sha256:76a2bac4202083bba70c37b08d6ecc17ceb1d3255832f16859fe004d64db6d14');
  });

  it('refuses a fact with a regime or a status outside the vocabularies', () => {
    expect(() => parse([{ ...fact, regime: 'VCLT' }], [])).toThrow('`facts.0.regime`');
    expect(() => parse([{ ...fact, legalStatus: 'OPEN' }], [])).toThrow('`facts.0.legalStatus`');
    expect(() => parse([{ ...fact, until: fact.from }], [])).toThrow('`facts.0.until`');
  });
});

describe('regimeOf', () => {
  it('puts honorary posts under their own regime, and what has no treaty under none', () => {
    expect(regimeOf('EMBASSY')).toBe('VCDR');
    expect(regimeOf('CONSULATE_GENERAL')).toBe('VCCR');
    expect(regimeOf('HONORARY_CONSULATE')).toBe('VCCR_HONORARY');
    expect(MISSION_KINDS.filter((kind) => regimeOf(kind) === 'NONE')).toEqual([
      'APOSTOLIC_DELEGATION',
      'LIAISON_OFFICE',
      'DE_FACTO_EMBASSY',
      'DE_FACTO_CONSULATE',
    ]);
  });
});
