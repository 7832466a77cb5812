import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { AGENCY_KINDS, type AgencyKind, PURPOSES, type Purpose } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { actOf, factOf, NOON, profileOf, Q1 } from '../testkit/scenario.js';
import { checkCommand, checkCommandOfProfile, factsOfPost, grantCommand } from './check-command.js';
import { COMMAND_GRANTS } from './command-grants.js';

const ACCEPTED = { accepted: true };
const agencyOf = (represents: string, kind: AgencyKind): string => `${represents}.${kind.toLowerCase()}`;
const asked = (represents: string, kind: AgencyKind, purpose: Purpose) =>
  profileOf(agencyOf(represents, kind), kind, purpose, null);
const viewWith = (acts: readonly Act[], facts: readonly Fact[], stale = false) =>
  viewOf(sealSnapshot({ number: 1, facts: [...facts], acts: [...acts] }), stale);
const at = { view: viewWith([], [factOf('Q1')]), now: NOON };

/** Every kind of agency of a State with every purpose for which it may report, as `KIND PURPOSE`. */
function reporters(represents: string, moment = at): string[] {
  return AGENCY_KINDS.flatMap((kind) =>
    PURPOSES.filter(
      (purpose) => checkCommand('reportIncident', asked(represents, kind, purpose), Q1, moment).accepted,
    ).map((purpose) => `${kind} ${purpose}`),
  );
}

describe('who reports an incident (CHY-RPT)', () => {
  it('is, of the sending State, who protects or represents the post, for a purpose of the response', () => {
    const purposes = ['PROTECT_LIFE', 'THREAT_PREVENTION', 'INCIDENT_RESPONSE', 'EVACUATION', 'CONSULAR_ASSISTANCE'];
    const kinds = ['FOREIGN_MINISTRY', 'DIPLOMATIC_SECURITY', 'CONSULAR'];

    expect(reporters('USA')).toEqual(kinds.flatMap((kind) => purposes.map((purpose) => `${kind} ${purpose}`)));
  });

  it('is, of the host, who owes the post protection or leads it, and not its intelligence, courts or tax office', () => {
    const purposes = ['PROTECT_LIFE', 'THREAT_PREVENTION', 'INCIDENT_RESPONSE', 'CRIMINAL_INVESTIGATION'];
    const kinds = ['FOREIGN_MINISTRY', 'POLICE', 'EMERGENCY_SERVICE'];

    expect(reporters('DEU')).toEqual(kinds.flatMap((kind) => purposes.map((purpose) => `${kind} ${purpose}`)));
  });

  it('is nobody of a third State, but the ministry of a protecting power', () => {
    expect(reporters('CHE')).toEqual([]);
    const mandate = actOf('MANDATE', 'FOREIGN_MINISTRY', ['Q1'], { to: { represents: 'CHE', agencies: ['*'] } });

    expect(reporters('CHE', { ...at, view: viewWith([mandate], [factOf('Q1')]) })).toEqual([
      'FOREIGN_MINISTRY INTERESTS_PROTECTION',
    ]);
  });

  it('is nobody while the facts of the post are unknown, or the snapshot is stale', () => {
    for (const view of [viewWith([], []), viewWith([], [factOf('Q1')], true)]) {
      for (const represents of ['USA', 'DEU', 'CHE']) expect(reporters(represents, { ...at, view })).toEqual([]);
    }
  });

  it('is refused by the rule that says who may', () => {
    expect(checkCommand('reportIncident', asked('FRA', 'POLICE', 'PROTECT_LIFE'), Q1, at)).toEqual({
      accepted: false,
      rule: 'CHY-RPT',
      reason: 'no rule lets `POLICE` run `reportIncident` for `PROTECT_LIFE` at this post',
    });
  });

  it('is closed for a profile alone only where no post could open it', () => {
    for (const kind of AGENCY_KINDS) {
      for (const purpose of PURPOSES) {
        const profile = asked('CHE', kind, purpose);
        const anywhere = COMMAND_GRANTS.reportIncident.some(
          (grant) =>
            (grant.kinds as readonly AgencyKind[]).includes(kind) &&
            (grant.purposes as readonly Purpose[]).includes(purpose),
        );
        const { accepted } = checkCommandOfProfile('reportIncident', profile);
        // An agency that some post's grant names must not be closed before the post is known.
        if (reporters('USA').includes(`${kind} ${purpose}`) || reporters('DEU').includes(`${kind} ${purpose}`)) {
          expect({ kind, purpose, accepted }).toEqual({ kind, purpose, accepted: true });
        }
        if (!anywhere) expect(accepted).toBe(false);
      }
    }
    expect(checkCommandOfProfile('reportIncident', asked('USA', 'OVERSIGHT', 'OVERSIGHT'))).toMatchObject({
      rule: 'CHY-RPT',
    });
    expect(checkCommandOfProfile('reportIncident', asked('USA', 'POLICE', 'PROTECT_LIFE'))).toEqual(ACCEPTED);
  });

  it('is asked of commands alone that somebody may run', () => {
    const profile = asked('USA', 'DIPLOMATIC_SECURITY', 'INCIDENT_RESPONSE');
    expect(grantCommand('reportIncident', profile)).toEqual({ accepted: true, rules: ['CHY-RPT'] });
    for (const name of ['toString', '__proto__', 'constructor', 'deleteIncident']) {
      expect(grantCommand(name, profile)).toMatchObject({ accepted: false, rule: 'CHY-DENY' });
    }
  });
});

describe('the States of a record of a post', () => {
  it('are those of the register: of a host its own relation, of the sending State every one', () => {
    const facts = [factOf('Q1'), factOf('Q1', { receiving: 'AUT' })];
    const moment = { ...at, view: viewWith([], facts) };
    const receiving = (represents: string) =>
      factsOfPost(asked(represents, 'POLICE', 'PROTECT_LIFE'), Q1, moment).map((fact) => fact.receiving);

    expect(receiving('USA').sort()).toEqual(['AUT', 'DEU']);
    expect(receiving('AUT')).toEqual(['AUT']);
  });
});
