import { parseArgs } from 'node:util';
import type { Instant } from '@chancery/shared/clock';
import { ClientError } from '@chancery/shared/errors';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { groupsOf } from '@chancery/shared/memberships';
import { chooseProfile } from '@chancery/shared/subjects/choose-profile';
import { PERSONAS } from '@chancery/shared/subjects/personas';
import type { Profile } from '@chancery/shared/subjects/subject';
import { CATEGORIES, type Category, type Coordinate } from '@chancery/shared/vocabulary';
import type { ExplainRequest } from './explain.js';

/** What the command line asks for, and where the snapshot is. */
export interface ExplainArguments {
  readonly request: Omit<ExplainRequest, 'view'>;
  readonly json: boolean;
  /** Folder of the running system; its snapshot wins over the seed. */
  readonly data: string;
  readonly missions: string;
  readonly law: string;
}

/** How the command is called. */
export const USAGE = `usage: explain --as PERSONA --purpose PURPOSE --handling TEXT --coordinate Type.field --category CATEGORY
  [--floor 0..4] [--case CASE] [--at TIME] [--for PERSONA [--for-purpose PURPOSE]] [--data FOLDER] [--json]
`;

const text = { type: 'string' } as const;
const OPTIONS = {
  as: text,
  purpose: text,
  handling: text,
  coordinate: text,
  category: text,
  floor: text,
  case: text,
  at: text,
  for: text,
  'for-purpose': text,
  data: text,
  missions: text,
  law: text,
  json: { type: 'boolean' },
} as const;

/** Parses the command line; throws a ClientError that names what is wrong with it. */
export function parseArguments(args: readonly string[], now: Instant): ExplainArguments {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const at = values.at === undefined ? now : parseInstant(values.at);
  const needed = (name: 'as' | 'handling' | 'coordinate' | 'category' | 'data' | 'missions' | 'law'): string => {
    const value = values[name];
    if (value === undefined) throw new ClientError('INPUT_INVALID', `\`--${name}\` is missing`, name);
    return value;
  };
  const persona = needed('as');
  const profile = profileOf(persona, values.purpose, values.case, at);
  const handling = needed('handling');
  parseHandling(handling);
  return {
    request: {
      profile,
      asker: values.for === undefined ? profile : profileOf(values.for, values['for-purpose'], undefined, at),
      handling,
      coordinate: parseCoordinate(needed('coordinate')),
      category: parseCategory(needed('category')),
      floor: parseFloor(values.floor ?? '0'),
      now: at,
    },
    json: values.json ?? false,
    data: needed('data'),
    missions: needed('missions'),
    law: needed('law'),
  };
}

/** The profile of a persona of the development issuer, as its token would give it. */
function profileOf(id: string, purpose: string | undefined, caseId: string | undefined, now: Instant): Profile {
  const persona = PERSONAS.find((each) => each.id === id);
  if (persona === undefined) {
    const known = PERSONAS.map((each) => each.id).join(', ');
    throw new ClientError('INPUT_INVALID', `unknown persona \`${id}\`; there are ${known}`, 'as');
  }
  const { represents, agency, kind, nationalities, clearances, compartments, purposes } = persona;
  const groups = groupsOf(represents, now);
  const subject = { id: `persona ${id}`, represents, agency, kind, nationalities, clearances, compartments, groups };
  return chooseProfile({ subject, purposes }, { purpose, caseId });
}

function parseInstant(value: string): Instant {
  const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(instant)) {
    throw new ClientError('INPUT_INVALID', `\`${value}\` is not a time such as 2026-09-21T12:00:00Z`, 'at');
  }
  return instant;
}

function parseCoordinate(value: string): Coordinate {
  if (value === 'EXISTENCE') return value;
  const [type, field, ...rest] = value.split('.');
  if (!type || !field || rest.length > 0) {
    throw new ClientError('INPUT_INVALID', `\`${value}\` is not a coordinate such as Premises.floorPlan`, 'coordinate');
  }
  return `${type}.${field}`;
}

function parseCategory(value: string): Category {
  const category = CATEGORIES.find((each) => each === value);
  if (category === undefined) throw new ClientError('INPUT_INVALID', `unknown category \`${value}\``, 'category');
  return category;
}

function parseFloor(value: string): number {
  if (!/^[0-4]$/.test(value)) throw new ClientError('INPUT_INVALID', `\`${value}\` is not a rank from 0 to 4`, 'floor');
  return Number(value);
}
