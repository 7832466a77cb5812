import { describe, expect, it } from '@jest/globals';
import { reference } from '../links/reference.js';
import { Link, Text, Texts } from '../record/decorators.js';
import { Labelled } from '../record/record.js';
import { Recorded } from '../record/recorded.js';
import { aggregateOf } from './aggregate.js';
import { type CreateParts, create, type Sets } from './create-command.js';

const Mission = reference('Mission', 'mission_ref');

@Recorded({ name: 'Parcel', prefix: 'par', says: 'A parcel.' })
class Parcel extends Labelled {
  @Text({ is: 'BAG', says: 'Title.', length: 80 })
  title!: string;

  @Text({ is: 'BAG', says: 'Contents.', nullable: true })
  contents!: string | null;

  @Texts({ is: 'BAG', says: 'Seals.', nullable: true })
  seals!: string[] | null;

  @Link(() => Mission, { is: 'BAG', says: 'Post.' })
  mission?: InstanceType<typeof Mission> | null;
}

const accepted = () => ({ accepted: true }) as const;
const PARTS = {
  field: 'sendParcel',
  says: 'Sends a parcel.',
  noun: 'parcel',
  inputSays: 'A parcel.',
  about: 'mission',
  sets: { mission: {}, title: {} },
  law: { ofProfile: accepted, ofPost: accepted, ofLowering: accepted },
  complete: {},
} as const;

/** Makes an aggregate with the command, changed; each under names of its own. */
let made = 0;
function withCommand(changes: Partial<CreateParts<Parcel, Sets<Parcel>>>): () => unknown {
  made += 1;
  const parts = { ...PARTS, field: `sendParcel${made}`, ...changes } as CreateParts<Parcel, Sets<Parcel>>;
  return () =>
    aggregateOf(Parcel, { one: `parcel${made}`, many: `parcels${made}`, commands: [create<Parcel>()(parts)] });
}

describe('a command that makes a record', () => {
  it('lets the table be added to, and only such a table', () => {
    expect(aggregateOf(Parcel, { one: 'parcel', many: 'parcels' }).table.isWritten).toBe(false);
    expect(withCommand({})()).toMatchObject({ table: { isWritten: true } });
  });

  it('is refused before it serves where a value would be missing, unbounded or of no column', () => {
    expect(withCommand({ sets: { mission: {} } })).toThrow('`Parcel.title` is neither set nor completed');
    expect(withCommand({ sets: { mission: {}, title: {}, contents: {} } })).toThrow(
      '`contents` is a text without a greatest length',
    );
    expect(withCommand({ sets: { mission: {}, title: {}, seals: {} } })).toThrow(
      '`seals` is a list without a greatest length',
    );
    expect(withCommand({ sets: { mission: {}, title: {}, seals: { max: 3 } } })).toThrow(
      '`seals` is a text without a greatest length',
    );
    expect(withCommand({ about: 'title' as never })).toThrow('`Parcel.title` is no link to a post');
  });
});
