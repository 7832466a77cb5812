import { ValidateBy, type ValidationOptions, validateSync } from 'class-validator';
import { ClientError } from '../../errors.js';
import { isStorable } from '../paging/storable.js';

/** Characters that no text needs and that can make it look like another: controls but tab and line feed, and what turns the direction of writing. */
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

const hasUnseen = (text: string): boolean => UNSEEN.test(text.replace(/[\t\n]/g, ''));

/** A text of so many characters that says something; or nothing, where it may be left out. */
export function Written(max: number, isOptional = false): PropertyDecorator {
  return test(
    'written',
    (name) => `\`${name}\` is a text of 1 to ${max} characters, without control characters`,
    (value) => (isOptional && isNothing(value)) || isWritten(value, max),
  );
}

const isWritten = (value: unknown, max: number): boolean =>
  typeof value === 'string' &&
  value.trim() !== '' &&
  // By whole characters, as the caller counts them; no text has more of them than code units.
  (value.length <= max || [...value].length <= max) &&
  isStorable(value) &&
  !hasUnseen(value);

/** The caller's own name for a command. */
export function IdempotencyKey(): PropertyDecorator {
  return test(
    'idempotencyKey',
    (name) => `\`${name}\` is 8 to 64 letters, digits, dots, underscores or hyphens`,
    (value) => typeof value === 'string' && /^[A-Za-z0-9._-]{8,64}$/.test(value),
  );
}

/** A whole number between two, or nothing. */
export function CountWithin(least: number, most: number): PropertyDecorator {
  return test(
    'countWithin',
    (name) => `\`${name}\` is a whole number from ${least} to ${most}`,
    (value) => isNothing(value) || (Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most),
  );
}

/** At most so many ids, each once, or nothing. */
export const IdsTo = (max: number): PropertyDecorator => EachOnce('ids', 0, max, true);

/** From so many to so many of something, each once; or nothing, where it may be left out. */
export function EachOnce(what: string, least: number, most: number, isOptional: boolean): PropertyDecorator {
  return test(
    'eachOnce',
    (name) => `\`${name}\` is ${least === 0 ? 'at most' : `${least} to`} ${most} ${what}, each once`,
    (value) => (isOptional && isNothing(value)) || isSet(value, least, most),
  );
}

/** At most so many texts of so many characters, each once; or nothing, where they may be left out. */
export function WrittenList(most: number, max: number, isOptional = false): PropertyDecorator {
  return test(
    'writtenList',
    (name) => `\`${name}\` is at most ${most} texts of 1 to ${max} characters, each once`,
    (value) =>
      (isOptional && isNothing(value)) ||
      (Array.isArray(value) &&
        value.length <= most &&
        new Set(value).size === value.length &&
        value.every((each) => isWritten(each, max))),
  );
}

const isSet = (value: unknown, least: number, most: number): boolean =>
  Array.isArray(value) && value.length >= least && value.length <= most && new Set(value).size === value.length;

const isNothing = (value: unknown): boolean => value === null || value === undefined;

function test(
  name: string,
  says: (property: string) => string,
  validate: (value: unknown) => boolean,
): PropertyDecorator {
  const options: ValidationOptions = { message: ({ property }) => says(property) };
  return ValidateBy({ name, validator: { validate } }, options);
}

/** Throws INPUT_INVALID with the first field, in the order of the schema, that is not as it must be. */
export function checkInput(input: object): void {
  const [wrong] = validateSync(input, { forbidUnknownValues: true, stopAtFirstError: true });
  if (wrong === undefined) return;
  const [message = `\`${wrong.property}\` is not valid`] = Object.values(wrong.constraints ?? {});
  throw new ClientError('INPUT_INVALID', message, `input.${wrong.property}`);
}
