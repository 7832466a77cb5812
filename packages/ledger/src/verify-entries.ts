import { sha256Of } from '@chancery/shared/brands';
import { commitTo } from './commitment.js';
import { handlingDigest } from './digest.js';
import { SIDECAR_PARTS, type SidecarPart } from './entry.js';
import type { DictionaryTable, LedgerReader, StoredEntry, StoredSidecar } from './ledger-reader.js';
import { type Entry, parseAccessList, parseEntry } from './parse-entry.js';
import type { Finding } from './verdict.js';

/** By how much an entry may be older than one before it: it waits to be durable, and writers have clocks of their own. */
const APART_MAX_MS = 5_000;

/** Checks what the tree does not: that entries can be read, that their sidecars are what they commit to, that digests resolve. */
export class EntryCheck {
  readonly #reader: LedgerReader;
  readonly #logId: number;
  readonly #findings: Finding[] = [];
  readonly #resolved: Record<DictionaryTable, Set<string>> = {
    audit_handling: new Set(),
    audit_profile: new Set(),
    audit_snapshot: new Set(),
    audit_asked: new Set(),
  };
  #time = 0;
  #backwards = 0;
  #firstBackwards: number | null = null;

  constructor(reader: LedgerReader, logId: number) {
    this.#reader = reader;
    this.#logId = logId;
  }

  /** Takes the next page of entries. */
  async add(page: readonly StoredEntry[]): Promise<void> {
    const [first, last] = [page.at(0), page.at(-1)];
    if (first === undefined || last === undefined) return;
    const sidecars = groupByIndex(await this.#reader.sidecars(this.#logId, first.index, last.index));
    const named: Record<DictionaryTable, Map<string, number>> = {
      audit_handling: new Map(),
      audit_profile: new Map(),
      audit_snapshot: new Map(),
      audit_asked: new Map(),
    };
    for (const { index, leaf } of page) {
      const entry = this.#read(index, leaf);
      if (entry === null) continue;
      this.#checkTime(index, entry.time);
      const opened = this.#checkSidecars(index, entry, sidecars.get(index) ?? []);
      for (const digest of this.#handlingsOf(index, entry, opened)) note(named.audit_handling, digest, index);
      if (entry.profile !== null) note(named.audit_profile, entry.profile, index);
      if (entry.snapshot !== null) note(named.audit_snapshot, entry.snapshot[1], index);
      if (entry.api.asked !== undefined) note(named.audit_asked, entry.api.asked, index);
    }
    await this.#resolve('audit_handling', named.audit_handling, handlingDigest);
    await this.#resolve('audit_profile', named.audit_profile, sha256Of);
    await this.#resolve('audit_snapshot', named.audit_snapshot, sha256Of);
    await this.#resolve('audit_asked', named.audit_asked, sha256Of);
  }

  /** What was found after the last page. */
  finish(): readonly Finding[] {
    if (this.#backwards > 0) {
      this.#find(
        'warning',
        this.#firstBackwards,
        `time goes back by more than ${APART_MAX_MS / 1_000} s, ${this.#backwards} times from here on`,
      );
    }
    return this.#findings;
  }

  #read(index: number, leaf: string): Entry | null {
    try {
      return parseEntry(leaf);
    } catch {
      this.#find('altered', index, 'it is no entry of a known version');
      return null;
    }
  }

  #checkTime(index: number, time: number): void {
    if (time < this.#time - APART_MAX_MS) {
      this.#backwards += 1;
      this.#firstBackwards ??= index;
    }
    this.#time = Math.max(time, this.#time);
  }

  /** Gives the parts that are what the entry committed to. */
  #checkSidecars(index: number, entry: Entry, stored: readonly StoredSidecar[]): ReadonlyMap<SidecarPart, string> {
    const commitments: Record<SidecarPart, string | null> = {
      access: entry.accessList?.commit ?? null,
      records: entry.records.commit,
      private: entry.private,
    };
    const opened = new Map<SidecarPart, string>();
    for (const part of SIDECAR_PARTS) {
      const sidecar = stored.find((row) => row.part === part);
      const commitment = commitments[part];
      if (sidecar === undefined) {
        if (commitment !== null) this.#find('missing', index, `its sidecar \`${part}\` is not there`);
      } else if (commitment !== commitTo(sidecar.salt, sidecar.blob)) {
        this.#find('altered', index, `its sidecar \`${part}\` is not what it commits to`);
      } else {
        opened.set(part, sidecar.blob);
      }
    }
    return opened;
  }

  #handlingsOf(index: number, entry: Entry, opened: ReadonlyMap<SidecarPart, string>): string[] {
    const blob = opened.get('access');
    try {
      const rows = blob === undefined ? entry.access : parseAccessList(blob);
      return rows.flatMap(([, digest]) => (digest?.startsWith('h:') ? [digest] : []));
    } catch {
      this.#find('altered', index, 'its list of access is not one');
      return [];
    }
  }

  async #resolve(
    table: DictionaryTable,
    named: ReadonlyMap<string, number>,
    digestOf: (text: string) => string,
  ): Promise<void> {
    const resolved = this.#resolved[table];
    const open = [...named].filter(([digest]) => !resolved.has(digest));
    if (open.length === 0) return;
    const texts = await this.#reader.texts(
      table,
      open.map(([digest]) => digest),
    );
    for (const [digest, index] of open) {
      resolved.add(digest);
      const text = texts.get(digest);
      if (text === undefined) this.#find('missing', index, `\`${digest}\`, which it names, is not in ${table}`);
      else if (digestOf(text) !== digest)
        this.#find('altered', index, `the text of \`${digest}\` in ${table} is another`);
    }
  }

  #find(severity: Finding['severity'], index: number | null, what: string): void {
    this.#findings.push({ severity, logId: this.#logId, index, what });
  }
}

/** Remembers the first entry that names a digest. */
function note(named: Map<string, number>, digest: string, index: number): void {
  if (!named.has(digest)) named.set(digest, index);
}

function groupByIndex(sidecars: readonly StoredSidecar[]): ReadonlyMap<number, StoredSidecar[]> {
  const groups = new Map<number, StoredSidecar[]>();
  for (const sidecar of sidecars) {
    const group = groups.get(sidecar.index);
    if (group === undefined) groups.set(sidecar.index, [sidecar]);
    else group.push(sidecar);
  }
  return groups;
}
