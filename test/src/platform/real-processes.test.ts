import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { seededSource } from '@chancery/policy/testkit/random';
import { childProcesses, identifyProcess } from '@chancery/shared/postgres/process-identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chooseCases, type MeasuredCase, seenIds, Tokens, takeReferences } from '../deployment/cases.js';
import { Client } from '../deployment/client.js';
import { CHECKOUT, Deployment, databaseLogins } from '../deployment/deployment.js';
import { freePort, makeRoot } from '../deployment/temporary.js';
import { judge, type Verdict } from '../deployment/verdict.js';
import { ReceiptBook } from '../soak/ledger-check.js';

const START_MS = 300_000;
const CLIENTS = 16;
/** What Kubernetes gives is three times as long. */
const STOPS_WITHIN_MS = 10_000;
const SILENT_MS = 30_000;
/** So long it goes on telling that it is being stopped (a little less, for clocks). */
const TELLS_FOR_MS = 900;
const NO_DATABASE_URL = { DATABASE_URL: '' };

describe('processes as they are started', () => {
  let root: string;
  let data: string;
  let deployment: Deployment;
  beforeAll(async () => {
    root = makeRoot('chancery-processes-');
    data = join(root, 'data');
    mkdirSync(data);
    chmodSync(data, 0o711);
    deployment = await Deployment.start({ data, port: await freePort(), env: NO_DATABASE_URL });
  }, START_MS);
  afterAll(async () => {
    await deployment.stop();
    rmSync(root, { recursive: true, force: true });
  }, START_MS);

  interface Told {
    readonly verdict: Verdict;
    /** Why there was no answer. */
    readonly cut: string;
    readonly sentAt: number;
  }

  /** So many clients ask over kept connections until they are stopped. */
  const ask = (cases: readonly MeasuredCase[], client: Client, tokens: Tokens) => {
    const told: Told[] = [];
    let isOver = false;
    const askOn = async (first: number): Promise<void> => {
      for (let at = first; !isOver; at += CLIENTS) {
        const measured = cases[at % cases.length];
        if (measured === undefined) throw new Error('no cases');
        const sentAt = performance.now();
        const reply = await client.ask(tokens.question(measured));
        told.push({
          verdict: judge(measured.reference, reply),
          cut: reply.status === 0 ? reply.text : '',
          sentAt,
        });
        if (reply.status === 0) await pause(20);
      }
    };
    const asking = Promise.all(Array.from({ length: CLIENTS }, (_, index) => askOn(index)));
    return async (): Promise<readonly Told[]> => {
      isOver = true;
      await asking;
      return told;
    };
  };

  it(
    'SIGTERM under load: the gateway ends in time with code 0, and whoever asked has a whole answer that is on the ledger, or is told no',
    async () => {
      const client = new Client(deployment.url, CLIENTS, SILENT_MS);
      const tokens = new Tokens(data);
      const chosen = chooseCases(20, await seenIds(client, tokens), seededSource(1));
      const cases = await takeReferences(chosen, client, tokens);
      const stop = ask(cases, client, tokens);
      await pause(1_000);

      const gateway = deployment.pidOf('gateway') ?? 0;
      const before = deployment.supervisor.lines.length;
      const signalledAt = performance.now();
      process.kill(gateway, 'SIGTERM');
      while (identifyProcess(gateway) !== null) await pause(20);
      const tookMs = performance.now() - signalledAt;
      const told = await stop();
      client.close();

      expect(tookMs).toBeLessThan(STOPS_WITHIN_MS);
      await deployment.supervisor.line(/^gateway ended by itself/);
      expect(deployment.supervisor.lines.slice(before).join('\n')).toContain('gateway ended by itself (exit code 0)');
      // Nobody who had asked was left without an answer; afterwards nobody listens any more.
      const asked = told.filter(({ sentAt }) => sentAt < signalledAt);
      expect(asked.length).toBeGreaterThan(CLIENTS);
      expect(asked.filter(({ verdict }) => verdict.kind !== 'whole' && verdict.kind !== 'refused')).toEqual([]);
      expect(told.filter(({ verdict }) => verdict.kind === 'wrong')).toEqual([]);
      // The kernel resets what it had taken and nobody had looked at when the gateway ceased to listen.
      const late = told.filter(({ sentAt }) => sentAt > signalledAt + TELLS_FOR_MS);
      expect(told.filter(({ cut }) => cut !== '').every((each) => late.includes(each))).toBe(true);
      expect(late.filter(({ cut }) => !['', 'ECONNREFUSED', 'ECONNRESET'].includes(cut))).toEqual([]);
      const { ledgerUrl } = await databaseLogins(data);
      const receipts = told.flatMap(({ verdict }) => verdict.receipt ?? []);
      expect(receipts.length).toBeGreaterThan(CLIENTS);
      expect(await new ReceiptBook(ledgerUrl).missing(receipts)).toEqual([]);
      await deployment.supervisor.line(/^gateway is back/);
    },
    START_MS,
  );

  it.each(['SIGINT', 'SIGTERM'] as const)(
    '%s to npm alone: nothing that it started outlives it for long',
    async (signal) => {
      await deployment.stop();
      const npm = spawn('npm', ['start'], {
        cwd: CHECKOUT,
        env: { ...process.env, ...NO_DATABASE_URL, CHANCERY_DATA: data, PORT: String(await freePort()) },
        stdio: ['ignore', 'pipe', 'ignore'],
        detached: true,
      });
      let said = '';
      npm.stdout.on('data', (piece: Buffer) => {
        said += piece.toString();
      });
      while (!/^ready http:/m.test(said)) await pause(50);
      const started = descendants(npm.pid ?? 0);
      expect(started.length).toBeGreaterThan(6);
      const ended = once(npm, 'close');
      npm.kill(signal);
      await ended;
      while (started.some((pid) => identifyProcess(pid) !== null)) await pause(50);
      expect(said).toContain('stopped');
    },
    START_MS,
  );
});

const descendants = (pid: number): readonly number[] =>
  childProcesses(pid).flatMap((child) => [child, ...descendants(child)]);
