import { ACT_COMMANDS, givenBy, takenBackBy } from '@chancery/policy/writes/act-commands';
import { ACT_KINDS } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { compliance } from '../../service.js';

describe('the commands that a path to yes names', () => {
  it('are there for every kind of act, and each is a field of the mutation', async () => {
    const { schema } = await compliance.schema();
    const commands = new Set(
      Object.keys(schema.getMutationType()?.getFields() ?? {}).map((name) => `Mutation.${name}`),
    );
    expect(Object.keys(ACT_COMMANDS).sort()).toEqual([...ACT_KINDS].sort());
    for (const kind of ACT_KINDS) {
      expect(givenBy(kind).length).toBeGreaterThan(0);
      expect(givenBy(kind).filter((command) => !commands.has(command))).toEqual([]);
    }
    expect(takenBackBy().filter((command) => !commands.has(command))).toEqual([]);
  });

  it('take the kind in their input, unless they make one kind alone', async () => {
    const { schema } = await compliance.schema();
    const kinds = (command: string): string =>
      String(schema.getMutationType()?.getFields()[command]?.args[0]?.type).replace('!', '');
    expect(kinds('grantAct')).toBe('GrantActInput');
    const grant = ACT_KINDS.filter((kind) => ACT_COMMANDS[kind][0] === 'grantAct');
    expect(ACT_KINDS.filter((kind) => !grant.includes(kind))).toEqual(['CONSENT_REFUSAL']);
  });
});
