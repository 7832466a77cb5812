import { NOW } from '@chancery/shared/subgraph/testkit/persona-profile';
import { describe, expect, it } from '@jest/globals';
import { followedEntry } from '../testkit/followed-entry.js';
import { circumstancesOf, judging } from '../testkit/telling.js';
import { auditRowsOf } from './audit-rows.js';

const accessesOf = (agency: string) =>
  auditRowsOf(followedEntry(1, agency), circumstancesOf(agency.toLowerCase()), judging())?.accesses ?? [];

describe('what is told of an entry', () => {
  it('names the case of a request to the State whose agency asked, and to no other', () => {
    const told = accessesOf('DEU.police').map(({ side, caseReference }) => [side, caseReference]);
    expect(told).toContainEqual(['REQUESTER', 'case-1']);
    expect(told).toContainEqual(['OWNER', null]);
    expect(told).not.toContainEqual(['OWNER', 'case-1']);
    expect(new Set(accessesOf('USA.consular').map(({ caseReference }) => caseReference))).toEqual(new Set(['case-1']));
  });

  it('tells whoever asked nothing of what was hidden from it, and the State whose record it was all of it', () => {
    const told = accessesOf('DEU.police').map(({ side, decision }) => `${side} ${decision}`);
    expect(told).toContain('OWNER HIDDEN');
    expect(told).not.toContain('REQUESTER HIDDEN');
  });

  it('says under whose marks the records are, and whether who asked was outside of those organisations then', () => {
    const marked = (agency: string, ranks: string, now = NOW) => {
      const followed = followedEntry(1, agency);
      const label = `l=${ranks};rel=*;nat=*;pur=*;own=USA.diplomatic-security`;
      const handlings = new Map([...followed.handlings.keys()].map((digest) => [digest, label]));
      const entry = { ...followed.entry, now };
      const rows = auditRowsOf({ ...followed, entry, handlings }, circumstancesOf('usa.consular'), judging());
      const [{ markingPolicy, markingPolicies, isNonMember } = {}] = rows?.accesses ?? [];
      return [markingPolicy, markingPolicies, isNonMember];
    };
    expect(marked('CHE.protecting-power', 'NATO:2')).toEqual(['NATO', ['NATO'], true]);
    expect(marked('DEU.police', 'NATO:2')).toEqual(['NATO', ['NATO'], false]);
    expect(marked('GBR.foreign-ministry', 'EU:1,NATO:2')).toEqual(['NATO', ['NATO', 'EU'], true]);
    expect(marked('USA.consular', 'NATO:1,USA:3')).toEqual(['NATO', ['NATO', 'USA'], false]);
    expect(marked('CHE.protecting-power', 'USA:3')).toEqual(['USA', ['USA'], false]);
    expect(marked('CHE.protecting-power', '-')).toEqual([null, [], false]);
    // Who is a member is said of the day of the request.
    expect(marked('GBR.foreign-ministry', 'EU:2', Date.parse('2019-06-01T00:00:00Z'))).toEqual(['EU', ['EU'], false]);
  });

  // Found by asking as the auditor of whoever was refused: rank, marks and the rule of the label were told, which the answer keeps back.
  it('tells the oversight of who asked nothing of the label, the maker and the acts of what was withheld from it', () => {
    const rowsUnder = (label: string, rule: string) => {
      const followed = followedEntry(1, 'DEU.police');
      const handlings = new Map([...followed.handlings.keys()].map((digest) => [digest, label]));
      const [digest = null] = followed.handlings.keys();
      const access: typeof followed.access = [['Premises.interiorPlan', digest, 1, 'W', [rule], ['act_41d0@2']]];
      const rows = auditRowsOf({ ...followed, handlings, access }, circumstancesOf('deu.police'), judging());
      return { entry: rows?.entry, of: (wanted: string) => rows?.accesses.find(({ side }) => side === wanted) };
    };
    const secret = `l=NATO:2,USA:3;rel=DEU+USA;nat=*;pur=*;oc=USA.intelligence:ORCON;own=USA.intelligence!EXISTENCE(l=-;rel=*;nat=*;pur=*)`;
    const plain = `l=USA:1;rel=DEU+USA;nat=*;pur=*;own=USA.consular!EXISTENCE(l=-;rel=*;nat=*;pur=*)`;
    const [one, other] = [rowsUnder(secret, 'IC-OC'), rowsUnder(plain, 'LABEL-RANK')];
    expect(one.of('REQUESTER')).toEqual(other.of('REQUESTER'));
    expect(one.entry).toEqual(other.entry);
    expect(one.entry?.acts).toEqual([]);
    expect(one.of('REQUESTER')).toMatchObject({ rules: ['LABEL'], rank: null, markingPolicies: [], owner: null });
    expect(one.of('OWNER')).toMatchObject({
      rules: ['IC-OC'],
      rank: 3,
      acts: ['act_41d0@2'],
      owner: 'USA.intelligence',
    });
    expect(one.of('OWNER')?.isOriginatorControlled).toBe(true);
  });
});
