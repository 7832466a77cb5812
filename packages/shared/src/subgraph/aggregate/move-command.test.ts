import { describe, expect, it } from '@jest/globals';
import { defineEnum } from '../../schema/define-enum.js';
import { reference } from '../links/reference.js';
import { Link, Text, Texts, Word } from '../record/decorators.js';
import { Labelled } from '../record/record.js';
import { Recorded } from '../record/recorded.js';
import { aggregateOf } from './aggregate.js';
import type { Command } from './command.js';
import { create } from './create-command.js';
import { amend, move } from './move-command.js';
import type { States } from './state-machine.js';

const Mission = reference('Mission', 'mission_ref');
const CrateStatus = defineEnum('CrateStatus', 'Where a crate stands.', ['PACKED', 'SENT', 'HERE'], 'a status');
type CrateStatus = keyof typeof CrateStatus;

@Recorded({ name: 'Crate', prefix: 'crt', says: 'A crate.' })
class Crate extends Labelled {
  @Text({ is: 'BAG', says: 'Title.', length: 80, nullable: true })
  title!: string | null;

  @Texts({ is: 'BAG', says: 'Seals.', nullable: true })
  seals!: string[] | null;

  @Word(CrateStatus, { is: 'BAG', says: 'Where it stands.' })
  status!: CrateStatus;

  @Link(() => Mission, { is: 'BAG', says: 'Post.' })
  mission?: InstanceType<typeof Mission> | null;
}

const accepted = () => ({ accepted: true }) as const;
const TEXTS = { says: 'Changes a crate.', noun: 'change', inputSays: 'A crate.' };
const law = { ofProfile: accepted, ofPost: accepted, ofLowering: accepted };
const STATES = { of: 'status', first: 'PACKED', moves: { PACKED: ['SENT'], SENT: ['HERE'], HERE: [] } };

/** Makes an aggregate with one command; each under names of its own. */
let made = 0;
function withCommand(command: (field: string) => Command<Crate>, states: States | null = STATES) {
  made += 1;
  const names = { one: `crate${made}`, many: `crates${made}`, commands: [command(`changeCrate${made}`)] };
  return () => aggregateOf(Crate, states === null ? names : { ...names, states });
}
const moving =
  (to: [string, ...string[]], sets = {}) =>
  (field: string) =>
    move<Crate>()({ ...TEXTS, field, to, sets, law });

describe('a command that changes a record', () => {
  it('changes only the columns that it names, and lets nobody add a row', () => {
    expect(withCommand(moving(['SENT'], { title: {} }))().table).toMatchObject({
      isWritten: false,
      changed: ['status', 'title'],
    });
    expect(withCommand(moving(['SENT'], { mission: {} }))().table.changed).toEqual([
      'handling_id',
      'mission_id',
      'status',
    ]);
    const amending = (field: string) => amend<Crate>()({ ...TEXTS, field, sets: { title: {} }, law });
    expect(withCommand(amending, null)().table.changed).toEqual(['title']);
    expect(aggregateOf(Crate, { one: 'crateLast', many: 'cratesLast' }).table.changed).toEqual([]);
  });

  it('is refused before it serves where it leads nowhere, has no states, or sets what it may not', () => {
    expect(withCommand(moving(['PACKED']))).toThrow('moves to `PACKED`, to which nothing leads');
    expect(withCommand(moving(['SENT']), null)).toThrow('moves `Crate`, which has no states');
    expect(withCommand(moving(['SENT'], { status: {} }))).toThrow('sets `status` beside moving it');
    expect(withCommand(moving(['SENT'], { seals: {} }))).toThrow('`seals` is a list without a greatest length');
    const inNone = (field: string) => amend<Crate>()({ ...TEXTS, field, in: ['LOST'], sets: { title: {} }, law });
    expect(withCommand(inNone)).toThrow('is of `LOST`, which is no state');
    const setting = (field: string) => amend<Crate>()({ ...TEXTS, field, sets: { status: {} }, law });
    expect(withCommand(setting)).toThrow('sets `status`, which only a move changes');
    const completing = (field: string) =>
      move<Crate>()({ ...TEXTS, field, to: ['SENT'], sets: {}, law, complete: { id: () => 'crt_1' } });
    expect(withCommand(completing)).toThrow('`Crate.id` is changed by no command');
  });

  it('is refused where the states are not those of a word that each record has', () => {
    const stated = (states: States) => withCommand(moving(['SENT']), states);
    expect(stated({ ...STATES, of: 'title' })).toThrow('is no word that a record always has');
    expect(stated({ ...STATES, first: 'LOST' })).toThrow('has no word `LOST`');
    expect(stated({ ...STATES, moves: { PACKED: ['SENT'], SENT: [] } })).toThrow('from `HERE`');
  });

  it('begins where the states do: who makes a record neither sets nor completes where it stands', () => {
    const creating = (sets: object) => (field: string) =>
      create<Crate>()({ ...TEXTS, field, about: 'mission', sets: { mission: {}, ...sets }, law, complete: {} });
    expect(withCommand(creating({}))().table.isWritten).toBe(true);
    expect(withCommand(creating({ status: {} }))).toThrow('`Crate.status` is set by who makes it');
  });
});
