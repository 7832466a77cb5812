import { digestOfSpelling } from '../digest.js';
import type { EntryHold, ErasedPart, RetiredEntries, SidecarPart } from '../entry.js';
import { parseAccessList, parseEntry } from '../parse-entry.js';
import { readHandlings } from '../spelled-access.js';

/** What verification needs of an entry; digests as they are written in it (`digestOfWritten`). */
export interface EntryFacts {
  readonly time: number;
  readonly commitments: Readonly<Record<SidecarPart, string | null>>;
  readonly profile: string | null;
  readonly snapshot: string | null;
  readonly asked: string | null;
  /** Digests of handlings as they are written in it; null when the list is in the sidecar. */
  readonly handlings: string | null;
  /** Of an erasure: what it took away. */
  readonly erased: readonly ErasedPart[];
  /** Of a retirement: which entries it took away. */
  readonly retired: RetiredEntries | null;
  readonly hold: EntryHold | null;
}

const SPELLED = /^[\w-]{43}$/;
const NOTHING: readonly ErasedPart[] = [];

const TEXT = '"(?:[^"\\\\\\u0000-\\u001f]|\\\\.)*"';
const TEXTS = `\\[(?:${TEXT}(?:,${TEXT})*)?\\]`;
const DIGEST = '"(sha256:[0-9a-f]{64})"';
const HASH = '"([\\w-]{43})"';
const HANDLINGS = '"handlings":\\[((?:null|"[hr]:[0-9a-f]{1,16}")(?:,(?:null|"[hr]:[0-9a-f]{1,16}"))*)?\\]';
const HANDLING = '(?:[\\w-]{11}|[~0-4])';
const RULES = `"rules":\\[(?:\\[${TEXTS}(?:,${TEXTS})?\\](?:,\\[${TEXTS}(?:,${TEXTS})?\\])*)?\\]`;
const ACTOR = `"uid":${TEXT},"agency":${TEXT},"represents":${TEXT},"clearances":\\{(?:${TEXT}:[0-4](?:,${TEXT}:[0-4])*)?\\}`;
const ITEM = `\\[\\d+,"[AWHI]",\\d+,(?:${TEXT}|${TEXTS})\\]`;
const COMMITTED = [
  `(?:,"accessList":\\{"n":\\d+,"commit":${HASH}\\})?(?:,"obligations":\\[(?:\\[${TEXT},\\d+,${TEXT}\\],?)*\\])?`,
  `,"records":\\{"n":\\d+,"commit":(?:null|${HASH})\\},"private":(?:null|${HASH})(?:,"said":${HASH})?\\}$`,
].join('');

/** An entry of version 2 to 4 as it is written, field by field. */
const WRITTEN_UNTIL_4 = new RegExp(
  [
    '^\\{"v":[234],"type_uid":\\d+,"uid":"[0-9A-HJKMNP-TV-Z]{26}","time":(\\d+),"kind":"[A-Z_]+","action_id":[124],"status_id":[12]',
    `(?:,"status_code":${TEXT})?,"profile":(?:null|${DIGEST}),"actor":(?:null|\\{${ACTOR},"clipped":${TEXTS}\\})`,
    `,"api":\\{"operation":(?:null|${TEXT}),"doc":(?:null|${TEXT})(?:,"asked":${DIGEST})?,"trace":${TEXT}\\}`,
    `,"basis":\\{"purpose":(?:null|${TEXT}),"case":(?:null|${TEXT}),"acts":${TEXTS}(?:,"stated":${TEXT})?\\}`,
    `,"now":\\d+,"policy":${TEXT},"schema":${TEXT},"snapshot":(?:null|\\[\\d+,"([\\w:.-]*)"\\]),"receipt":"[\\w-]{22}"`,
    `,"access":\\{${RULES},${HANDLINGS},"counts":\\[[\\d,[\\]]*\\],"items":\\[(?:${ITEM}(?:,${ITEM})*)?\\]\\}`,
    COMMITTED,
  ].join(''),
);

/** An entry of version 5, which is the writer's today. */
const WRITTEN = new RegExp(
  [
    `^\\{"v":5,"time":(\\d+),"kind":"[A-Z_]+"(?:,"status_code":${TEXT})?,"profile":(?:null|${HASH})`,
    `,"actor":(?:null|\\{${ACTOR}(?:,"clipped":${TEXTS})?\\})`,
    `,"api":\\{"operation":(?:null|${TEXT}),"doc":(?:null|${TEXT})(?:,"asked":${HASH})?,"trace":${TEXT}\\}`,
    `,"basis":\\{"purpose":(?:null|${TEXT}),"case":(?:null|${TEXT})(?:,"acts":${TEXTS})?(?:,"stated":${TEXT})?\\}`,
    `,"now":\\d+,"policy":(?:null|${TEXT}),"schema":(?:null|${TEXT}),"snapshot":(?:null|\\[\\d+,${HASH}\\]),"receipt":"[\\w-]{22}"`,
    `,"access":\\{${RULES},"handlings":"((?:${HANDLING}(?:\\.${HANDLING})*)?)","counts":\\[(?:"[\\dx -]+",?)*\\],"items":\\[(?:${ITEM}(?:,${ITEM})*)?\\]\\}`,
    COMMITTED,
  ].join(''),
);

/**
 * Reads what verification needs of an entry, from its bytes as UTF-8. The form that the writer has today is read without making an object of it, which
 * costs more than its hash; whatever does not have it letter for letter is parsed. Null when it is no entry of a known version.
 */
export function factsOf(bytes: Buffer, from = 0): EntryFacts | null {
  // A character for each byte: what is taken out is ASCII, and no byte of a longer character is one that ends a text.
  const text = bytes.toString('latin1', from);
  const facts = foundFacts(WRITTEN.exec(text), '');
  return facts ?? foundFacts(WRITTEN_UNTIL_4.exec(text), LIST) ?? parsedFacts(bytes.toString('utf8', from));
}

/** Handlings that are listed begin so, which no spelling of them does. */
const LIST = '[';

function foundFacts(found: RegExpExecArray | null, before: string): EntryFacts | null {
  if (found === null) return null;
  const [
    ,
    time,
    profile = null,
    asked = null,
    snapshot = null,
    handlings = '',
    access = null,
    records = null,
    particulars = null,
    said = null,
  ] = found;
  return {
    time: Number(time),
    commitments: { access, records, private: particulars, said },
    profile,
    snapshot,
    asked,
    handlings: access === null ? `${before}${handlings}` : null,
    // One that erases does not have that form.
    erased: NOTHING,
    retired: null,
    hold: null,
  };
}

function parsedFacts(leaf: string): EntryFacts | null {
  try {
    const entry = parseEntry(leaf);
    const {
      time,
      accessList,
      records,
      private: particulars,
      profile,
      snapshot,
      api,
      access,
      erased,
      retired,
      hold,
      said = null,
    } = entry;
    const commit = accessList?.commit ?? null;
    return {
      time,
      commitments: { access: commit, records: records.commit, private: particulars, said },
      profile,
      snapshot: snapshot?.[1] ?? null,
      asked: api.asked ?? null,
      erased,
      retired,
      hold,
      handlings: commit === null ? JSON.stringify(access.map(([, digest]) => digest)) : null,
    };
  } catch {
    return null;
  }
}

/** Digests of the handlings of a list that went to the sidecar; null when it is no list. */
export function handlingsOfList(blob: string): string[] | null {
  try {
    return parseAccessList(blob).flatMap(([, digest]) => (digest?.startsWith('h:') ? [digest] : []));
  } catch {
    return null;
  }
}

/** The digests of handlings in what is written of them, totals by rank left out. */
export const handlingsIn = (list: string): string[] =>
  (list.startsWith(LIST) ? list.split('"') : readHandlings(list)).flatMap((text) =>
    text?.startsWith('h:') ? [text] : [],
  );

/** A digest under which a text is kept, of what an entry of any version writes for it. */
export const digestOfWritten = (written: string): string =>
  SPELLED.test(written) ? digestOfSpelling(written) : written;
