/**
 * The value of a member as the canonical text of a profile spells it: a quotation mark inside a value has a backslash before it there, so that none can be taken for
 * the end, or for a member. It never fails, whatever a text was changed to.
 */
const memberSql = (name: string): string => `substring(text from '"${name}":"((?:[^"\\\\]|\\\\.)*)"')`;

/** The State or organisation that a profile acts for. */
export const STATE_SQL = memberSql('represents');
/** The pseudonym of its person, which is the first member of all. */
export const PERSON_SQL = memberSql('id');

/** A value as the text spells it. */
export const spelled = (value: string): string => JSON.stringify(value).slice(1, -1);
