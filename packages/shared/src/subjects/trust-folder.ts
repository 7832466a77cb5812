import { readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock, Instant } from '../clock.js';
import type { Log } from '../log.js';
import { FetchedKeys } from './fetched-keys.js';
import type { ReadDocument } from './published-keys.js';
import { NOTHING_REVOKED, parseRevocations, REVOCATIONS_FILE, type Revocations } from './revocations.js';
import type { TrustAgreement } from './trust-agreement.js';
import {
  type AgreementFile,
  agreementsOf,
  followFiles,
  messageOf,
  parseAgreementFile,
  parseFile,
} from './trust-files.js';
import { createTrustStore, type TrustStore } from './trust-store.js';

/** A trust store that follows its folder: what is put there, changed or taken away counts within a second. */
export interface TrustFolder extends TrustStore, AsyncDisposable {
  /** Reads the folder now; a failure is logged, not thrown. */
  reload(): Promise<void>;
}

export interface TrustFolderOptions {
  readonly pseudonymKey?: Uint8Array;
  readonly clock: Clock;
  /** For the operator's log: every change, and all that is wrong with a file. */
  readonly log: Log;
  /** How often the folder is read. */
  readonly everyMs?: number;
  /** How the keys are read that issuers publish. */
  readonly read?: ReadDocument;
}

const READ_EVERY_MS = 500;
/** Not to be read for so long, nobody is believed: an agreement may have been taken away meanwhile. */
const UNREADABLE_MAX_MS = 5_000;

/** Opens a folder of agreements (`*.json`) and of who is switched off (`revoked.json`). A file that is wrong stops the start. */
export function openTrustFolder(folder: string, options: TrustFolderOptions): TrustFolder {
  return new FollowedFolder(folder, options);
}

class FollowedFolder implements TrustFolder {
  readonly pseudonymKey: Uint8Array;
  readonly #folder: string;
  readonly #options: TrustFolderOptions;
  readonly #keys: FetchedKeys;
  readonly #timer: NodeJS.Timeout;
  #files: ReadonlyMap<string, AgreementFile>;
  #byIssuer: ReadonlyMap<string, TrustAgreement>;
  #revoked: Revocations;
  #revokedText: string | null;
  #unreadableSince: Instant | null = null;
  #reading: Promise<void> = Promise.resolve();

  constructor(folder: string, options: TrustFolderOptions) {
    this.#folder = folder;
    this.#options = options;
    const names = readdirSync(folder).filter(isJson);
    const texts = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
    this.#revokedText = texts.get(REVOCATIONS_FILE) ?? null;
    this.#revoked = this.#parseRevocations(this.#revokedText);
    // What later costs the issuer concerned alone is refused whole at the start.
    const agreements = [...agreementTexts(texts)].map(([name, text]) => parseAgreementFile(join(folder, name), text));
    this.pseudonymKey = createTrustStore(agreements, options).pseudonymKey;
    this.#files = followFiles(new Map(), agreementTexts(texts), () => {});
    this.#byIssuer = agreementsOf(this.#files, options.log);
    this.#keys = new FetchedKeys(options);
    this.#keys.follow(this.#byIssuer.values());
    this.#timer = setInterval(() => void this.reload(), options.everyMs ?? READ_EVERY_MS).unref();
  }

  byIssuer(issuer: string): TrustAgreement | null {
    const since = this.#unreadableSince;
    if (since !== null && this.#options.clock() - since > UNREADABLE_MAX_MS) return null;
    const agreement = this.#revoked.issuers.has(issuer) ? undefined : this.#byIssuer.get(issuer);
    return agreement === undefined ? null : this.#keys.filled(agreement);
  }

  agreements(): readonly TrustAgreement[] {
    return [...this.#byIssuer.keys()].flatMap((issuer) => this.byIssuer(issuer) ?? []);
  }

  listsOrigin(origin: string): boolean {
    // By way of the issuer: one that is switched off lists nothing.
    return [...this.#byIssuer.keys()].some((issuer) => this.byIssuer(issuer)?.origins.has(origin));
  }

  lookForKey(issuer: string, keyId: string | null): Promise<boolean> {
    return this.byIssuer(issuer) === null ? Promise.resolve(false) : this.#keys.lookFor(issuer, keyId);
  }

  isSwitchedOff(issuer: string): boolean {
    return this.#revoked.issuers.has(issuer);
  }

  isRevoked(jti: string): boolean {
    return this.#revoked.tokens.has(jti);
  }

  reload(): Promise<void> {
    this.#reading = this.#reading.then(() => this.#read());
    return this.#reading;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.#reading;
    await this.#keys[Symbol.asyncDispose]();
  }

  async #read(): Promise<void> {
    const { clock, log } = this.#options;
    try {
      const names = (await readdir(this.#folder)).filter(isJson);
      const texts = await Promise.all(names.map((name) => this.#textOf(name)));
      this.#follow(new Map(names.flatMap((name, at) => (texts[at] == null ? [] : [[name, texts[at]]]))));
      this.#unreadableSince = null;
    } catch (error) {
      this.#unreadableSince ??= clock();
      log({ event: 'trust', message: `the folder cannot be read: ${messageOf(error)}` });
    }
  }

  /** Null for a file that vanished since it was listed; one that cannot be read is read as no agreement. */
  async #textOf(name: string): Promise<string | null> {
    return readFile(join(this.#folder, name), 'utf8').catch((error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? null : '',
    );
  }

  #follow(texts: ReadonlyMap<string, string>): void {
    const { log } = this.#options;
    this.#followRevocations(texts.get(REVOCATIONS_FILE) ?? null);
    const files = followFiles(this.#files, agreementTexts(texts), log);
    const isChanged =
      files.size !== this.#files.size || [...files].some(([name, file]) => file !== this.#files.get(name));
    if (!isChanged) return;
    this.#files = files;
    this.#byIssuer = agreementsOf(files, log);
    this.#keys.follow(this.#byIssuer.values());
  }

  #followRevocations(text: string | null): void {
    if (text === this.#revokedText) return;
    this.#revokedText = text;
    const { log } = this.#options;
    try {
      this.#revoked = this.#parseRevocations(text);
      const { issuers, tokens } = this.#revoked;
      log({ event: 'trust', message: `issuers switched off: ${issuers.size}, tokens: ${tokens.size}` });
    } catch (error) {
      // Whom it means to name is not known; whom it named before stays switched off.
      log({ event: 'trust', message: `what is switched off stays so, nothing is added: ${messageOf(error)}` });
    }
  }

  #parseRevocations(text: string | null): Revocations {
    return text === null ? NOTHING_REVOKED : parseFile(join(this.#folder, REVOCATIONS_FILE), text, parseRevocations);
  }
}

const isJson = (name: string): boolean => name.endsWith('.json');

const agreementTexts = (texts: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...texts].filter(([name]) => name !== REVOCATIONS_FILE).sort());
