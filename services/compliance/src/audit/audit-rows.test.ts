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
});
