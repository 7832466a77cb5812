import { sealSnapshot } from '@chancery/shared/snapshot/seal-snapshot';
import type { Act } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { AGENCY_KINDS, PURPOSES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { actOf, factOf, NOON, profileOf, Q1 } from '../testkit/scenario.js';
import { checkCommand } from './check-command.js';
import type { CommandName } from './command-grants.js';
import { CUSTODY_GRANTS } from './custody-grants.js';
import { treatyOfNotice } from './detention.js';

const COMMANDS = Object.keys(CUSTODY_GRANTS) as CommandName[];
const VISITS: readonly string[] = ['recordConsularVisit', 'amendConsularVisit', 'retractConsularVisit'];
const viewWith = (acts: readonly Act[], stale = false) =>
  viewOf(sealSnapshot({ number: 1, facts: [factOf('Q1')], acts: [...acts] }), stale);

/** Every kind of agency of a State with every purpose for which it may run a command, as `KIND PURPOSE`. */
const runners = (command: CommandName, represents: string): string[] =>
  AGENCY_KINDS.flatMap((kind) =>
    PURPOSES.filter((purpose) => {
      const profile = profileOf(`${represents}.${kind.toLowerCase()}`, kind, purpose, null);
      return checkCommand(command, profile, Q1, { view: viewWith([]), now: NOON }).accepted;
    }).map((purpose) => `${kind} ${purpose}`),
  ).sort();

describe('commands on whom the receiving State holds', () => {
  it('are of its police, courts, border and customs, for proceedings, and of no other authority (CHY-CUST)', () => {
    const of = ['BORDER', 'COURT', 'CUSTOMS', 'POLICE'].flatMap((kind) =>
      ['ARREST', 'CRIMINAL_INVESTIGATION', 'PROSECUTION'].map((purpose) => `${kind} ${purpose}`),
    );
    for (const command of COMMANDS.filter((name) => !VISITS.includes(name))) {
      expect({ command, runners: runners(command, 'DEU') }).toEqual({ command, runners: of });
      expect(runners(command, 'USA')).toEqual([]);
    }
  });

  it('are visits of consular officers of the sending State (CHY-VIST)', () => {
    for (const command of COMMANDS.filter((name) => VISITS.includes(name))) {
      expect(runners(command, 'USA')).toEqual(['CONSULAR CONSULAR_ASSISTANCE']);
      expect(runners(command, 'DEU')).toEqual([]);
    }
  });

  it('are of no third State and no organisation', () => {
    for (const command of COMMANDS) {
      for (const represents of ['GBR', 'CHE', 'UN']) expect(runners(command, represents)).toEqual([]);
    }
  });
});

describe('the agreement by which a post is told whatever the person wishes (VCCR 36(1)(b))', () => {
  const between = (changes: Partial<Act> = {}): Act =>
    actOf('AGREEMENT', 'FOREIGN_MINISTRY', [], {
      to: { represents: 'DEU', agencies: ['*'] },
      scope: { missions: [], keys: ['CONSULAR NOTICE'], persons: [], categories: ['*'] },
      ...changes,
    });
  const parties = { sending: 'USA', receiving: 'DEU' };
  const treaty = (acts: readonly Act[], stale = false) =>
    treatyOfNotice(Q1, parties, { view: viewWith(acts, stale), now: NOON });

  it('is one in force between the two States, whichever of them brought it', () => {
    expect(treaty([between()])).toMatch(/@1$/);
    const turned = between({
      by: { represents: 'DEU', office: 'FOREIGN_MINISTRY' },
      to: { represents: 'USA', agencies: ['*'] },
    });
    expect(treaty([turned])).toMatch(/@1$/);
  });

  it('is none of another State, about something else, over, or of a snapshot that is stale', () => {
    expect(treaty([])).toBeNull();
    expect(treaty([between({ to: { represents: 'GBR', agencies: ['*'] } })])).toBeNull();
    const other = { missions: [], keys: ['LEGAL ASSISTANCE'], persons: [], categories: ['*'] } as const;
    expect(treaty([between({ scope: other })])).toBeNull();
    expect(treaty([between({ revokedAt: '2026-01-01T00:00:00Z' })])).toBeNull();
    expect(treaty([between()], true)).toBeNull();
  });
});
