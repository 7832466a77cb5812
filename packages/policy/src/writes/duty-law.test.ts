import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { AGENCY_KINDS, PURPOSES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { profileOf } from '../testkit/scenario.js';
import { checkCommandOfProfile } from './check-command.js';
import { DUTY_GRANTS } from './duty-grants.js';
import { checkWaivable, lawOfCreditor, lawOfDebtor } from './duty-law.js';

const owed = parseHandling('l=-;rel=DEU+USA;nat=*;pur=*;own=DEU.police');
const homely = parseHandling('l=-;rel=DEU;nat=*;pur=*;own=DEU.police');
const police = profileOf('DEU.police', 'POLICE', 'CRIMINAL_INVESTIGATION');
const ministryOf = (state: string) =>
  profileOf(`${state}.foreign-ministry`, 'FOREIGN_MINISTRY', 'PROTOCOL_NOTIFICATION');

describe('the law of obligations (CHY-DUTY)', () => {
  it('lets the agency that owes one discharge it, and no other of its State, of the other State or of none', () => {
    expect(lawOfDebtor.ofHeld(police, owed)).toEqual({ accepted: true });
    for (const other of [ministryOf('DEU'), ministryOf('USA'), profileOf('DEU.police-2', 'POLICE', 'ARREST')]) {
      expect(lawOfDebtor.ofHeld(other, owed)).toMatchObject({ accepted: false, rule: 'CHY-DUTY' });
    }
  });

  it('lets the State to which one is owed waive it, and neither the one that owes it nor a third', () => {
    expect(lawOfCreditor.ofHeld(ministryOf('USA'), owed)).toEqual({ accepted: true });
    expect(lawOfCreditor.ofHeld(ministryOf('DEU'), owed)).toMatchObject({ accepted: false });
    expect(lawOfCreditor.ofHeld(ministryOf('GBR'), owed)).toMatchObject({ accepted: false });
    expect(lawOfCreditor.ofHeld(ministryOf('USA'), homely)).toMatchObject({ accepted: false });
  });

  it('lets no State waive what is the right of a person, or owed to all parties', () => {
    expect(checkWaivable('VCCR-31-2D')).toEqual({ accepted: true });
    for (const rule of ['VCCR-36-1b', 'VCCR-36-1bR', 'IPP-6-1', 'HOST-6', 'UNSAFE-13', 'EO-4.2b', 'LED-35-2']) {
      expect(checkWaivable(rule)).toMatchObject({ accepted: false, rule: 'CHY-DUTY' });
    }
  });

  it('gives neither to oversight, nor to anybody who practises or travels', () => {
    for (const command of Object.keys(DUTY_GRANTS) as (keyof typeof DUTY_GRANTS)[]) {
      const open = AGENCY_KINDS.flatMap((kind) =>
        PURPOSES.filter(
          (purpose) => checkCommandOfProfile(command, profileOf(`DEU.${kind.toLowerCase()}`, kind, purpose)).accepted,
        ).map((purpose) => ({ kind, purpose })),
      );
      expect(open.length).toBeGreaterThan(0);
      expect(open.filter(({ kind }) => kind === 'OVERSIGHT')).toEqual([]);
      expect(open.filter(({ purpose }) => ['TRAINING', 'TRANSIT', 'OVERSIGHT'].includes(purpose))).toEqual([]);
      if (command === 'waiveObligation')
        expect(new Set(open.map(({ kind }) => kind))).toEqual(new Set(['FOREIGN_MINISTRY']));
    }
  });
});
