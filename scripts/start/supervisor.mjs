import { setTimeout as pause } from 'node:timers/promises';
import { startChild } from './child.mjs';
import { parseReady } from './ready-line.mjs';

const SAY_EVERY_MS = 5000;
const READY_MAX_MS = 120_000;
/** Deaths of one process in a row, each soon after it was ready, after which everything ends. */
const DEATHS_MAX = 5;
const SOON_MS = 30_000;
const PAUSE_FIRST_MS = 200;
const PAUSE_MAX_MS = 5_000;

/**
 * Runs the processes of one start. A step is `{ name, args, env }`. A server that dies is started again alone, and what
 * does not need it is served meanwhile; one that does not come up, or dies again and again, ends everything, unless the step
 * `isDispensable`.
 */
export class Supervisor {
  #resolveEnded = () => {};
  /** Resolves to `{ code, reason }` at the first call of `end`. */
  ended = new Promise((resolve) => {
    this.#resolveEnded = resolve;
  });
  #ending = new AbortController();
  /** The servers as they run now, by name, in the order of their start. */
  #servers = new Map();
  #tasks = new Set();
  /** Those that have been started and not told what they need, by name. */
  #held = new Map();

  constructor({ logFolder, say }) {
    this.logFolder = logFolder;
    this.say = say;
  }

  /** Asks for the end; whoever awaits `ended` then calls `stopAll`. */
  end(code, reason) {
    this.#ending.abort();
    this.#resolveEnded({ code, reason });
  }

  /** Starts processes, steps without `env`, ahead of what they need: each loads, and waits for the step of its name. */
  prepare(steps) {
    for (const step of steps) {
      const held = { onLine: () => {} };
      const onLine = (line) => held.onLine(line);
      held.child = startChild(step, { logFolder: this.logFolder, onLine, held: true });
      this.#held.set(step.name, held);
    }
  }

  /** Runs a step to its end; one that `isQuiet` is waited for by nobody, and nothing is said of how long it takes. */
  async runTask(step) {
    const child = this.#start(step, (line) => this.say(`${step.name}: ${line}`));
    this.#tasks.add(child);
    const ended = step.isQuiet ? child.ended : this.#sayWhileWaiting(child.ended, `${step.name}: still at it`);
    const { code, how } = await ended;
    this.#tasks.delete(child);
    if (code !== 0) throw new Error(`${step.name} failed (${how}):\n${child.tail()}`);
  }

  /** Starts a step that serves, waits for its ready line, and returns the address in it. */
  async startServer(step) {
    const { url, child } = await this.#sayWhileWaiting(this.#whenReady(step), `waiting for ${step.name}`);
    this.#keepAlive(step, child);
    return url;
  }

  /** Tells the servers that read their configuration again at SIGHUP to do so. */
  hangUp() {
    for (const server of this.#servers.values()) if (server.rereads) server.hangUp();
  }

  /**
   * Stops what runs: `first` those whom callers ask and who call the others, then the rest, each group beside each other. Gives
   * the names of those that had to be killed.
   */
  async stopAll({ first = [] } = {}) {
    this.end(0, 'stopping');
    const front = [...this.#servers.values()].filter(({ name }) => first.includes(name));
    const held = [...this.#held.values()].map(({ child }) => child);
    const rest = [...held, ...this.#tasks, ...[...this.#servers.values()].filter(({ name }) => !first.includes(name))];
    const killed = [];
    for (const group of [front, rest]) {
      const clean = await Promise.all(group.map(async (child) => ({ name: child.name, clean: await child.stop() })));
      killed.push(...clean.filter((each) => !each.clean).map(({ name }) => name));
    }
    return killed;
  }

  get #isEnding() {
    return this.#ending.signal.aborted;
  }

  #start(step, onLine) {
    if (this.#isEnding) throw new Error(`\`${step.name}\` is not started: everything is stopping`);
    const held = this.#held.get(step.name);
    if (held === undefined) return startChild(step, { logFolder: this.logFolder, onLine });
    this.#held.delete(step.name);
    held.onLine = onLine;
    held.child.tell(step.env);
    return held.child;
  }

  #whenReady(step) {
    return new Promise((resolve, reject) => {
      const late = () => reject(new Error(`${step.name} is not ready after ${READY_MAX_MS / 1000} s`));
      const child = this.#start(step, (line) => {
        const url = parseReady(line);
        if (url === null) return;
        clearTimeout(timer);
        resolve({ url, child });
      });
      const timer = setTimeout(late, READY_MAX_MS);
      this.#servers.set(step.name, child);
      child.ended.then(({ how }) => {
        clearTimeout(timer);
        reject(new Error(`${step.name} ended by itself (${how}); the end of ${child.logFile}:\n${child.tail()}`));
      });
    });
  }

  /** Starts a server again whenever it dies, until the end. */
  async #keepAlive(step, first) {
    let child = first;
    let deaths = 0;
    while (!this.#isEnding) {
      const readyAt = performance.now();
      const { how } = await child.ended;
      if (this.#isEnding) return;
      deaths = performance.now() - readyAt < SOON_MS ? deaths + 1 : 1;
      const what = `${step.name} ended by itself (${how}); the end of ${child.logFile}:\n${child.tail()}`;
      if (deaths >= DEATHS_MAX && !step.isDispensable)
        return this.end(1, `${what}\nfor the ${deaths}th time: giving up`);
      this.say(`${what}\nstarting it again`);
      await this.#pause(Math.min(PAUSE_FIRST_MS * 2 ** (deaths - 1), PAUSE_MAX_MS));
      if (this.#isEnding) return;
      child = await this.#startAgain(step);
      if (child === null) return;
      this.say(`${step.name} is back`);
    }
  }

  /** Null when everything ends: a server did not come up. Without one that is dispensable the rest goes on, and it is tried again. */
  async #startAgain(step) {
    while (!this.#isEnding) {
      try {
        return (await this.#whenReady(step)).child;
      } catch (error) {
        if (!step.isDispensable) this.end(1, error.message);
        else if (!this.#isEnding) this.say(error.message);
      }
      await this.#pause(PAUSE_MAX_MS);
    }
    return null;
  }

  #pause(ms) {
    return pause(ms, undefined, { signal: this.#ending.signal }).catch(() => {});
  }

  async #sayWhileWaiting(work, subject) {
    const started = performance.now();
    const timer = setInterval(() => {
      if (!this.#isEnding) this.say(`${subject} … ${Math.round((performance.now() - started) / 1000)} s`);
    }, SAY_EVERY_MS);
    return work.finally(() => clearInterval(timer));
  }
}
