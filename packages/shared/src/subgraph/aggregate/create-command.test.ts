import { describe, expect, it } from '@jest/globals';
import { defineEnum } from '../../schema/define-enum.js';
import { reference } from '../links/reference.js';
import { Count, Link, Links, Text, Texts, Word } from '../record/decorators.js';
import { Labelled, recordOf } from '../record/record.js';
import { Recorded } from '../record/recorded.js';
import { buildFederatedSchema } from '../serving/federated-schema.js';
import { checkInput } from '../writing/check-input.js';
import { aggregateOf } from './aggregate.js';
import { inputOf, type SetField } from './command-input.js';
import { create } from './create-command.js';

const Mission = reference('Mission', 'mission_ref');
const Shape = defineEnum('TicketShape', 'Shape of a ticket.', ['FLAT', 'ROUND'], 'a shape');

@Recorded({ name: 'Ticket', prefix: 'tic', says: 'A ticket.' })
class Ticket extends Labelled {
  @Text({ is: 'ARCHIVE', floor: 2, says: 'Title.', length: 8 })
  title!: string;

  @Word(Shape, { is: 'PUBLIC_FACT', says: 'Shape.', nullable: true })
  shape!: keyof typeof Shape | null;

  @Count({ is: 'PREPAREDNESS', says: 'Weight.', least: 1, nullable: true })
  weight!: number | null;

  @Texts({ is: 'THREAT', says: 'Notes.' })
  notes!: string[];

  @Link(() => Mission, { is: 'THREAT', says: 'Post.' })
  mission?: object | null;

  @Links(() => Mission, { is: 'THREAT', says: 'Other posts.' })
  others?: object[];
}

const GRANTED = { accepted: true } as const;
const NAMES = { one: 'ticket', many: 'tickets' };
const OPENING = {
  field: 'openTicket',
  says: 'Opens a ticket.',
  noun: 'ticket',
  inputSays: 'A ticket.',
  about: 'mission',
  sets: { mission: {}, title: {}, shape: {}, weight: { max: 5 }, synthetic: { required: false } },
  law: { ofProfile: () => GRANTED, ofPost: () => GRANTED },
  complete: { notes: () => [] },
} as const;

describe('a command that makes a record', () => {
  it('has an input whose fields are those of the record: its types, its nulls, its categories and floors', async () => {
    const tickets = aggregateOf(Ticket, { ...NAMES, commands: [create<Ticket>()(OPENING)] });
    const [first, ...others] = tickets.resolvers;
    if (first === undefined) throw new Error('no resolver');
    const { sdl } = await buildFederatedSchema({
      resolvers: [first, ...others],
      types: [Mission],
      references: {},
      connections: tickets.connections,
    });

    expect(
      /input OpenTicketInput \{[^}]*\}/.exec(sdl)?.[0].replace(/\n\s*"""[^"]*"""/g, ''),
    ).toBe(`input OpenTicketInput {
  idempotencyKey: String! @category(is: EXISTENCE)
  mission: ID! @category(is: THREAT)
  title: String! @category(is: ARCHIVE, floor: 2)
  shape: TicketShape @category(is: PUBLIC_FACT)
  weight: Int @category(is: PREPAREDNESS)
  synthetic: Boolean @category(is: EXISTENCE)
}`);
  });

  it('holds what is set to the bounds of record and command, in the words of the caller', () => {
    const declared = recordOf(Ticket);
    if (declared === undefined) throw new Error('no record');
    const Input = inputOf('TicketInput', declared, new Map<string, SetField>(Object.entries(OPENING.sets)), OPENING);
    const given = { idempotencyKey: 'k-000001', mission: 'mis_x', title: 'a title', weight: 3 };
    const check = (changes: object) => () => checkInput(Object.assign(new Input(), given, changes));

    for (const good of [{}, { weight: null }, { weight: 1 }, { weight: 5 }, { title: '8 chars!' }]) {
      expect(check(good)).not.toThrow();
    }
    expect(check({ title: '9 chars!!' })).toThrow('`title` is a text of 1 to 8 characters');
    expect(check({ weight: 0 })).toThrow('`weight` is a whole number from 1 to 5');
    expect(check({ weight: 6 })).toThrow('`weight` is a whole number from 1 to 5');
    expect(check({ idempotencyKey: 'short' })).toThrow('`idempotencyKey` is 8 to 64 letters');
  });

  const declaring = (changes: object) => () =>
    aggregateOf(Ticket, { ...NAMES, commands: [create<Ticket>()({ ...OPENING, ...changes } as typeof OPENING)] });

  it.each(['notes', 'others', 'id', 'handling', 'nothing'])('cannot set `%s`', (field) => {
    expect(declaring({ sets: { ...OPENING.sets, [field]: {} } })).toThrow(`\`Ticket.${field}\` is set by no command`);
  });

  it('is run at a post, and leaves no value of its record open', () => {
    expect(declaring({ about: 'title' })).toThrow('`Ticket.title` is no link to a post');
    expect(declaring({ complete: {} })).toThrow('`Ticket.notes` is neither set nor completed');
  });
});
