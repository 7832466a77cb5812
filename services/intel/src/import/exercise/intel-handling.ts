import type { ExercisePost } from '@chancery/shared/subgraph/import/exercise-posts';

/**
 * How widely a record of intelligence is released. TEARLINE: in full to partners, and that which lets it act to the host. PARTNERS: to
 * partners. OWN: to the sending State alone. NATIONALS: to its nationals. COMPARTMENT: to those of them who are read in. HOST: to
 * partners and to the host that has to protect the post. TOLD: to the host, and to nobody else.
 */
export type IntelRelease = 'TEARLINE' | 'PARTNERS' | 'ALLIED' | 'OWN' | 'NATIONALS' | 'COMPARTMENT' | 'HOST' | 'TOLD';

const PARTNER = 'GBR';

/** What of a threat the host gets: all but who, and how it is known. */
const TEARLINE_FIELDS = [
  'airspaceNotice',
  'mission',
  'reference',
  'releasableSummary',
  'status',
  'type',
  'uasClass',
  'vector',
  'windowFrom',
  'windowUntil',
];

/** What would tell where a report comes from: for those who are read in. */
const SOURCE_FIELDS = ['collectionRef', 'originCountry', 'selectorRef', 'source'];

type Concerned = Pick<ExercisePost, 'sendingState' | 'receivingState'>;

/** What a handling is made of besides its pattern. */
export interface IntelMarks {
  /** Register keys. */
  readonly keys: readonly string[];
  /** Kind of agency that keeps it: `intelligence`. */
  readonly owner?: string;
}

/** The canonical handling of an exercise record of intelligence. */
export function intelHandling(
  post: Concerned,
  release: IntelRelease,
  { keys, owner = 'intelligence' }: IntelMarks,
): string {
  const { sendingState: state, receivingState } = post;
  const secret = `l=${state}:3`;
  const partners = limits([PARTNER, state]);
  const released = `l=${state}:0;${limits([PARTNER, state, receivingState])}`;
  const nationals = `rel=${state};nat=${state};pur=*`;
  const record = `own=${state}.${owner};m=${joined(keys)};t=synthetic`;
  switch (release) {
    case 'TEARLINE': {
      const targets = ['EXISTENCE', ...TEARLINE_FIELDS.map((field) => `Threat.${field}`)];
      return `${secret};${partners};${record}${portions(targets, released)}`;
    }
    case 'PARTNERS': {
      const sources = SOURCE_FIELDS.map((field) => `IntelReport.${field}`);
      return `${secret};${partners};${record}${portions(sources, `${secret};c=SI;${nationals}`)}`;
    }
    case 'ALLIED':
      return `${secret};${partners};${record}`;
    case 'OWN':
      return `${secret};${limits([state])};${record}`;
    case 'NATIONALS':
      return `${secret};${nationals};${record}`;
    case 'COMPARTMENT':
      return `${secret};c=SI;${nationals};${record}`;
    case 'HOST':
      return `${released};${record}`;
    case 'TOLD':
      return `l=${state}:0;${limits([state, receivingState])};${record}`;
  }
}

function portions(targets: readonly string[], label: string): string {
  return targets.map((target) => `!${target}(${label})`).join('');
}

function limits(states: readonly string[]): string {
  return `rel=${joined(states)};nat=*;pur=*`;
}

function joined(values: readonly string[]): string {
  return [...new Set(values)].sort().join('+');
}
