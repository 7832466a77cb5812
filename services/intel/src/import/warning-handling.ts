/** How widely an exercise warning is released; each is one pattern of row label and portions. */
export type WarningRelease = 'PARTNER_TEARLINE' | 'COMPARTMENT_TEARLINE' | 'PARTNERS_ONLY' | 'NATIONALS_ONLY' | 'OPEN';

/** What a warning's handling is made of besides its pattern. */
export interface WarningMarks {
  readonly release: WarningRelease;
  /** The State whose post is warned of: its policy marks the warning. */
  readonly sendingState: string;
  /** The State that has to protect the post and so gets the tearline. */
  readonly receivingState: string;
  readonly owner: string;
  /** Register keys. */
  readonly missions: readonly string[];
}

/** The State that full warnings and tearlines are shared with. */
export const PARTNER = 'GBR';

/** What a tearline lets the receiving State have: all but the body and the source, or it could not act on it. */
const TEARLINE_TARGETS = [
  'EXISTENCE',
  'Warning.area',
  'Warning.category',
  'Warning.certainty',
  'Warning.expiresAt',
  'Warning.instruction',
  'Warning.missions',
  'Warning.msgType',
  'Warning.reference',
  'Warning.responseType',
  'Warning.restriction',
  'Warning.scope',
  'Warning.sentAt',
  'Warning.severity',
  'Warning.status',
  'Warning.tearline',
  'Warning.urgency',
] as const;

const BODY = 'Warning.body';
const SOURCE = 'Warning.sourceRef';

/** The canonical handling of an exercise warning. */
export function warningHandling(marks: WarningMarks): string {
  const { sendingState, receivingState } = marks;
  const secret = `l=${sendingState}:3`;
  const partners = limits(set([PARTNER, sendingState]));
  const released = `l=${sendingState}:0;${limits(set([PARTNER, sendingState, receivingState]))}`;
  const tearline = new Map<string, string>(TEARLINE_TARGETS.map((target) => [target, released]));
  const source = `${secret};c=SI;${partners}`;
  switch (marks.release) {
    case 'PARTNER_TEARLINE':
      return print(`${secret};${partners}`, marks, new Map([...tearline, [SOURCE, source]]));
    case 'COMPARTMENT_TEARLINE':
      return print(`${source};oc=${marks.owner}:ORCON`, marks, tearline);
    case 'PARTNERS_ONLY':
      return print(`${secret};${partners}`, marks, new Map([[SOURCE, source]]));
    case 'NATIONALS_ONLY':
      // Without an EXISTENCE portion the row label decides the row: nobody else learns that there is a warning.
      return print(`${secret};rel=${sendingState};nat=${sendingState};pur=*`, marks, new Map());
    case 'OPEN':
      // All may know of it; the report behind it tells how it came to be known.
      return print(
        `l=${sendingState}:0;rel=*;nat=*;pur=*`,
        marks,
        new Map([
          [BODY, `${secret};${partners}`],
          [SOURCE, source],
        ]),
      );
  }
}

function print(label: string, marks: WarningMarks, portions: ReadonlyMap<string, string>): string {
  const record = `own=${marks.owner};m=${set(marks.missions)};t=synthetic`;
  const targets = [...portions.keys()].sort();
  return `${label};${record}${targets.map((target) => `!${target}(${portions.get(target) ?? ''})`).join('')}`;
}

function limits(releasableTo: string): string {
  return `rel=${releasableTo};nat=*;pur=*`;
}

function set(values: readonly string[]): string {
  return [...new Set(values)].sort().join('+');
}
