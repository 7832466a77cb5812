import { HoldCarrier } from '@chancery/compliance/holds/hold-carrier';
import { eraseSidecars } from '@chancery/ledger/erase/erase-sidecars';
import { carryOutOrders } from '@chancery/ledger/hold/carry-out';
import { openLedgerWriter } from '@chancery/ledger/ledger-writer';
import { systemClock } from '@chancery/shared/clock';
import type { Answer } from '../e2e/answer.js';
import type { Asker } from './asker.js';
import type { Mesh } from './mesh.js';

/** A hold as its office is answered. */
export interface ShownHold {
  readonly id: string;
  readonly status: string;
  readonly inEffectSince: string | null;
  readonly inEffectUntil: string | null;
}

/** An office that oversees a State, and the operator who carries out its orders and erases. */
export class HoldOffice {
  readonly first: Asker;
  /** Another person of the same agency. */
  readonly second: Asker;
  readonly #mesh: Mesh;
  #keys = 0;

  constructor(mesh: Mesh) {
    this.#mesh = mesh;
    this.first = mesh.as('usa.inspectorate');
    this.second = mesh.withToken(mesh.tokenOf('usa.inspectorate', undefined, { person: 'second' }));
  }

  /** Runs a command on a hold. */
  run(who: Asker, command: string, input: object): Promise<Answer> {
    this.#keys += 1;
    const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${command}(input: $input) { legalHold { id status inEffectSince inEffectUntil } } }`;
    return who.query(document, { input: { idempotencyKey: `legal-hold-${this.#keys}`, ...input } });
  }

  /** The same, where it is done. */
  async done(who: Asker, command: string, input: object): Promise<ShownHold> {
    const { body, text } = await this.run(who, command, input);
    const payload = body.data?.[command] as { readonly legalHold: ShownHold } | null | undefined;
    if (!payload) throw new Error(text);
    return payload.legalHold;
  }

  /** Has what was ordered carried out; gives the hold as it is shown then. */
  async carriedOut(id: string): Promise<ShownHold> {
    const { ownerUrl, serviceUrl, loaderUrl: ledgerUrl } = this.#mesh.databaseOf('ledger');
    const log = (line: object): never => {
      throw new Error(JSON.stringify(line));
    };
    const loaderUrl = this.#mesh.loaderUrlOf('compliance');
    const carrier = new HoldCarrier({ loaderUrl, ledgerUrl, log, everyMs: 1_000_000 });
    try {
      await carrier.look();
      await carryOutOrders({ ownerUrl, serviceUrl, clock: systemClock });
      await carrier.look();
    } finally {
      await carrier[Symbol.asyncDispose]();
    }
    const document = 'query ($id: ID!) { legalHold(id: $id) { id status inEffectSince inEffectUntil } }';
    return (await this.first.query(document, { id })).body.data?.legalHold as ShownHold;
  }

  /** Erases by order what the entry of a receipt has of who asked, and from where. */
  async erase(receipt: string): Promise<string> {
    const { ownerUrl, serviceUrl } = this.#mesh.databaseOf('ledger');
    const writer = await openLedgerWriter({ connectionString: serviceUrl, clock: systemClock });
    try {
      const parts = [{ logId: 1, index: await this.#mesh.ledger.indexOf(receipt), part: 'private' as const }];
      return await eraseSidecars(writer, ownerUrl, { parts, record: null, order: 'DPA 17', now: systemClock() });
    } finally {
      await writer.close();
    }
  }
}
