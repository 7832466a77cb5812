import { describe, expect, it } from '@jest/globals';
import { reference } from '../links/reference.js';
import { Count, Day, Link, Text } from '../record/decorators.js';
import { Labelled } from '../record/record.js';
import { Recorded } from '../record/recorded.js';
import { aggregateOf } from './aggregate.js';
import { enter, keep } from './kept-commands.js';

const Mission = reference('Mission', 'mission_ref');

@Recorded({ name: 'Parcel', prefix: 'par', says: 'A parcel.' })
class Crate extends Labelled {
  @Text({ is: 'BAG', says: 'Readable key.', length: 40 })
  reference!: string;

  @Text({ is: 'BAG', says: 'Title.', length: 80 })
  title!: string;

  @Count({ is: 'BAG', says: 'Seals.', least: 0 })
  seals!: number;

  @Day({ is: 'BAG', says: 'Day on which it was weighed.' })
  weighedOn!: string;

  @Link(() => Mission, { is: 'BAG', says: 'Post.' })
  mission?: InstanceType<typeof Mission> | null;
}

const accepted = () => ({ accepted: true }) as const;
const law = () => ({ ofProfile: accepted, ofPost: accepted, ofLowering: accepted, ofRetraction: accepted });
const weighedOn = () => '2026-11-29';

describe('the commands of a kind of record that somebody keeps', () => {
  it('enter it, change the values that were given and no link, and take it back', () => {
    const commands = keep<Crate>()({
      field: 'registerCrate',
      of: 'Crate',
      says: 'Registers a crate.',
      sets: { title: {}, seals: {} },
      complete: { weighedOn },
      amended: { weighedOn },
      law,
    });
    const { table } = aggregateOf(Crate, { one: 'crate', many: 'crates', commands });

    expect(table.isWritten).toBe(true);
    expect(table.changed).toEqual(['seals', 'title', 'weighed_on', 'withdrawn_at']);
  });

  it('change nothing of what is entered once and stays', () => {
    const commands = [
      enter<Crate>()({
        field: 'noteCrate',
        says: 'Notes a crate.',
        sets: { title: {}, seals: {} },
        complete: { weighedOn },
        law,
      }),
    ];
    const { table } = aggregateOf(Crate, { one: 'noted', many: 'notes', commands });

    expect(table).toMatchObject({ isWritten: true, changed: [] });
  });

  it('are refused before they serve where a value would be missing', () => {
    const commands = keep<Crate>()({
      field: 'weighCrate',
      of: 'Weighing',
      says: 'Weighs a crate.',
      sets: { title: {} },
      law,
    });

    expect(() => aggregateOf(Crate, { one: 'weighing', many: 'weighings', commands })).toThrow(
      '`Parcel.seals` is neither set nor completed',
    );
  });
});
