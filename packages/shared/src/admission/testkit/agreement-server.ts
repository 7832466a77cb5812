import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sha256Of } from '../../brands.js';
import { ClientError } from '../../errors.js';
import { Waiting } from '../../law/waiting.js';
import { type HeldAgreements, tellAgreements } from '../agreement-teller.js';
import { AGREEMENTS, type ToldAgreement } from '../agreement-wire.js';

/** Tells agreements as compliance does, without a database behind it. */
export interface AgreementServer extends AsyncDisposable {
  readonly url: string;
  replace(agreements: readonly ToldAgreement[]): void;
  /** From now on it says how long ago it knew; null for what it has always just known. */
  pretend(ageMs: number | null): void;
}

/** Tells, at a server that tells other things too, that the register holds no agreement. */
export function tellNoAgreements(key: Uint8Array): RequestListener {
  const waiting = new Waiting();
  const changed = (waitMs: number, signal: AbortSignal): Promise<void> => waiting.until(waitMs, signal);
  return listenerOf(tellAgreements({ held: () => heldOf([]), lagMs: () => 0, changed }, key));
}

/** Serves agreements on loopback. */
export async function serveAgreements(key: Uint8Array): Promise<AgreementServer> {
  const waiting = new Waiting();
  let age: number | null = null;
  let held: HeldAgreements = heldOf([]);
  const changed = (waitMs: number, signal: AbortSignal): Promise<void> => waiting.until(waitMs, signal);
  const teller = tellAgreements({ held: () => held, lagMs: () => age ?? 0, changed }, key);
  const server = createServer(listenerOf(teller));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    replace(agreements) {
      held = heldOf(agreements);
      waiting.wake();
    },
    pretend(ageMs) {
      age = ageMs;
    },
    async [Symbol.asyncDispose]() {
      teller.beginClosing();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const listenerOf =
  (teller: ReturnType<typeof tellAgreements>): RequestListener =>
  (request, response) => {
    if (request.url !== AGREEMENTS.path) return void response.writeHead(404).end();
    teller.answer(request, response).catch((error: unknown) => {
      response.writeHead(error instanceof ClientError ? error.status : 500).end();
    });
  };

const heldOf = (agreements: readonly ToldAgreement[]): HeldAgreements => ({
  digest: sha256Of(JSON.stringify(agreements)),
  agreements,
});
