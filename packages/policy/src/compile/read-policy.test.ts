import { CATEGORIES } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { readPolicy } from './read-policy.js';

const PATH = 'vcdr-1961/VCDR-24.cedar';
const HEAD = `@id("VCDR-24") @instrument("VCDR 1961") @article("24") @title("Archives") @inForce("1964-04-24") @tell("caller")
  @summary("Archives are inviolable.") @checked("true")`;
const BAR = `@code("INVIOLABILITY") @liftedBy("RELEASE")`;
const forbid = (conditions: string, head = `${HEAD} ${BAR}`) =>
  readPolicy(PATH, `${head}\nforbid (principal, action == Action::"ARCHIVE", resource) ${conditions};`);
const permit = (conditions: string, scope = 'action == Action::"ARCHIVE"', head = HEAD) =>
  readPolicy(PATH, `${head}\npermit (principal, ${scope}, resource) ${conditions};`);

describe('a policy file', () => {
  it('within the subset is read', () => {
    const read =
      forbid(`when { context.possibleRole.containsAny([Role::"THIRD_STATE", Role::"TRANSIT_STATE"]) && !resource.published }
      unless { context.inForce.contains(Act::"RELEASE") || context.purpose == Purpose::"OVERSIGHT" }`);

    expect(read.categories).toEqual(['ARCHIVE']);
    expect(read.rule.annotations).toMatchObject({ id: 'VCDR-24', liftedBy: [{ act: 'RELEASE', categories: null }] });
    expect([read.when.length, read.unless.length]).toEqual([1, 1]);
  });

  it('may speak of one category, several, a group, or all', () => {
    expect(permit('', 'action in [Action::"ARCHIVE", Action::"AUDIT"]').categories).toEqual(['ARCHIVE', 'AUDIT']);
    expect(permit('', 'action in Action::"INTERIOR"').categories).toEqual([
      'PREMISES_RESCUE',
      'PREMISES_INTERIOR',
      'RESIDENCE',
    ]);
    expect(permit('', 'action').categories).toEqual(CATEGORIES);
  });
});

describe('outside the subset', () => {
  it.each([
    ['arithmetic, which can overflow and skip a forbid', 'when { 1 + 1 == 2 }'],
    ['an action in a condition', 'when { action == Action::"ARCHIVE" }'],
    ['a string literal, which nobody checks', 'when { "VCDR 24" == "VCDR 24" }'],
    ['a presence test', 'when { context has purpose }'],
    ['a branch', 'when { if resource.published then true else false }'],
    ['a constant', 'when { true }'],
    ['a pattern', 'when { "a" like "*" }'],
    ['an attribute that there is not', 'when { context.mood }'],
    ['an attribute of the wrong owner', 'when { resource.originator }'],
    ['a set read as a word', 'when { context.role == Role::"THIRD_STATE" }'],
    ['a word of another vocabulary', 'when { context.possibleRole.contains(Act::"RELEASE") }'],
    ['a word of no vocabulary', 'when { context.possibleRole.contains(Role::"FORTH_STATE") }'],
    ['an empty set, which never holds', 'when { context.possibleRole.containsAny([]) }'],
  ])('lies %s', (_what, conditions) => {
    expect(() => forbid(conditions)).toThrow();
  });

  it('lies a scope that names who or what', () => {
    const scoped = (scope: string) => readPolicy(PATH, `${HEAD}\npermit (${scope});`);

    expect(() => scoped('principal is Subject, action, resource')).toThrow();
    expect(() => scoped('principal, action, resource == Record::"r"')).toThrow();
    expect(() => scoped('principal, action == Action::"UNHEARD_OF", resource')).toThrow('no category or group');
    expect(() => scoped('principal, action, resource')).not.toThrow();
  });

  it('lie a second policy in one file, and text that is not Cedar', () => {
    expect(() => permit('; permit (principal, action, resource)')).toThrow();
    expect(() => readPolicy(PATH, 'allow everything')).toThrow();
  });

  it('lies a character that no reader sees', () => {
    expect(() =>
      forbid('when { resource.published }', `${HEAD.replace('VCDR 1961', 'VCDR\u200b 1961')} ${BAR}`),
    ).toThrow('ASCII');
  });
});

describe('annotations', () => {
  it.each([
    '@id("VCDR-24")',
    '@instrument("VCDR 1961")',
    '@article("24")',
    '@title("Archives")',
    '@inForce("1964-04-24")',
    '@tell("caller")',
    '@code("INVIOLABILITY")',
    '@summary("Archives are inviolable.")',
    '@checked("true")',
  ])('are not whole without %s', (annotation) => {
    expect(() => forbid('', `${HEAD} ${BAR}`.replace(annotation, ''))).toThrow();
  });

  it.each([
    ['@tell("caller")', '@tell("press")'],
    ['@inForce("1964-04-24")', '@inForce("1964-02-30")'],
    ['@code("INVIOLABILITY")', '@code("FORBIDDEN")'],
    ['@liftedBy("RELEASE")', '@liftedBy("A_FAVOUR")'],
    ['@liftedBy("RELEASE")', '@liftedBy("RELEASE(EVERYTHING)")'],
    ['@liftedBy("RELEASE")', '@liftedBy("RELEASE") @mood("stern")'],
    ['@id("VCDR-24")', '@id("VCDR-25")'],
    ['@checked("true")', '@checked("mostly")'],
    ['@summary("Archives are inviolable.")', '@summary(" ")'],
  ])('do not take %s for %s', (right, wrong) => {
    expect(() => forbid('')).not.toThrow();
    expect(() => forbid('', `${HEAD} ${BAR}`.replace(right, wrong))).toThrow();
  });

  it('say in words what the register prints, over as many lines as they take', () => {
    const read = permit('', 'action', `${HEAD} @note("not held:\n  the rest.") @with("VCDR-25, src/x.ts")`);

    expect(read.rule.annotations).toMatchObject({
      summary: 'Archives are inviolable.',
      checked: true,
      note: 'not held: the rest.',
      with: ['VCDR-25', 'src/x.ts'],
    });
  });

  it('of a permit hold no code, and obligations with their time', () => {
    expect(() => permit('', 'action', `${HEAD} @code("PRIVACY")`)).toThrow();
    expect(() => permit('', 'action', `${HEAD} @obligation("NOTIFY_POST")`)).toThrow();
    expect(() => permit('', 'action', `${HEAD} @obligation("NOTIFY_PRESS:300")`)).toThrow();
    expect(permit('', 'action', `${HEAD} @obligation("NOTIFY_POST:300")`).rule.annotations).toMatchObject({
      obligation: [{ kind: 'NOTIFY_POST', dueInSeconds: 300 }],
    });
  });
});

describe('a duty', () => {
  const duty = (conditions: string, head = `${HEAD} @duty("NOTIFY_POST:300")`) => permit(conditions, 'action', head);

  it('is told apart from a basis, and says what is owed and when', () => {
    expect(duty('').rule).toMatchObject({
      effect: 'duty',
      annotations: { duty: [{ kind: 'NOTIFY_POST', dueInSeconds: 300 }] },
    });
    expect(permit('').rule.effect).toBe('permit');
  });

  it('is a permit in form, and has neither a code nor an obligation as a basis has', () => {
    expect(() => forbid('', `${HEAD} @duty("NOTIFY_POST:300")`)).toThrow();
    expect(() => duty('', `${HEAD} @duty("NOTIFY_PRESS:300")`)).toThrow();
    expect(() => duty('', `${HEAD} @duty("NOTIFY_POST:300") @obligation("PURGE:300")`)).toThrow();
    expect(() => duty('', `${HEAD} @duty("NOTIFY_POST:300") @code("PRIVACY")`)).toThrow();
  });

  it('is owed when it cannot be excluded, and never only when it is certain', () => {
    expect(() => duty('when { context.possibleRole.contains(Role::"THIRD_STATE") }')).not.toThrow();
    expect(() => duty('unless { context.inForce.contains(Act::"RELEASE") }')).not.toThrow();
    expect(() => duty('when { context.role.contains(Role::"THIRD_STATE") }')).toThrow('binds only when it is certain');
    expect(() => duty('unless { context.notExcluded.contains(Act::"RELEASE") }')).toThrow(
      'lifts on what merely cannot be excluded',
    );
  });
});

describe('a rule that would open on ignorance', () => {
  it.each([
    [
      'a permit that needs only what cannot be excluded',
      () => permit('when { context.possibleRole.contains(Role::"SENDING_STATE") }'),
    ],
    [
      'a permit that is defeated only by what is certain',
      () => permit('unless { context.inForce.contains(Act::"CONSENT_REFUSAL") }'),
    ],
    [
      'a permit that needs what is certain not to hold',
      () => permit('when { !context.role.contains(Role::"THIRD_STATE") }'),
    ],
    ['a bar that holds only when it is certain', () => forbid('when { context.role.contains(Role::"THIRD_STATE") }')],
    [
      'a bar that is lifted by what cannot be excluded',
      () => forbid('unless { context.notExcluded.contains(Act::"RELEASE") }'),
    ],
    ['the same behind an or', () => forbid('when { resource.published || context.regime.contains(Regime::"VCDR") }')],
  ])('is refused: %s', (_what, read) => {
    expect(read).toThrow(/opens or lifts on what merely cannot be excluded|bars or binds only when it is certain/);
  });
});
