import { startChild } from './child.mjs';
import { parseReady } from './ready-line.mjs';

const SAY_EVERY_MS = 5000;
const READY_MAX_MS = 120_000;

/**
 * Runs the processes of one start. A step is `{ name, args, env }`, where `env` is an object or a function of the
 * addresses of the servers that are ready. Nothing is restarted: an answer without its ledger or its law is worse than none.
 */
export class Supervisor {
  #resolveEnded = () => {};
  /** Resolves to `{ code, reason }` at the first call of `end`, which a server that dies makes by itself. */
  ended = new Promise((resolve) => {
    this.#resolveEnded = resolve;
  });
  #isEnding = false;
  #servers = [];
  #tasks = new Set();
  #urls = {};

  constructor({ logFolder, say }) {
    this.logFolder = logFolder;
    this.say = say;
  }

  /** Asks for the end; whoever awaits `ended` then calls `stopAll`. */
  end(code, reason) {
    this.#isEnding = true;
    this.#resolveEnded({ code, reason });
  }

  /** Runs a step to its end. */
  async runTask(step) {
    const child = this.#start(step, (line) => this.say(`${step.name}: ${line}`));
    this.#tasks.add(child);
    const { code, how } = await this.#sayWhileWaiting(child.ended, `${step.name}: still at it`);
    this.#tasks.delete(child);
    if (code !== 0) throw new Error(`${step.name} failed (${how}):\n${child.tail()}`);
  }

  /** Starts a step that serves, waits for its ready line, and returns the address in it. */
  async startServer(step) {
    const url = await this.#sayWhileWaiting(this.#whenReady(step), `waiting for ${step.name}`);
    this.#urls[step.name] = url;
    return url;
  }

  /** Stops what runs, the newest first, so that nobody calls a server that is gone. */
  async stopAll() {
    this.end(0, 'stopping');
    await Promise.all([...this.#tasks].map((task) => task.stop()));
    for (const server of this.#servers.reverse()) await server.stop();
  }

  #start(step, onLine) {
    if (this.#isEnding) throw new Error(`\`${step.name}\` is not started: everything is stopping`);
    const env = typeof step.env === 'function' ? step.env(this.#urls) : step.env;
    return startChild({ ...step, env }, { logFolder: this.logFolder, onLine });
  }

  #whenReady(step) {
    return new Promise((resolve, reject) => {
      const late = () => reject(new Error(`${step.name} is not ready after ${READY_MAX_MS / 1000} s`));
      const child = this.#start(step, (line) => {
        const url = parseReady(line);
        if (url === null) return;
        clearTimeout(timer);
        resolve(url);
      });
      const timer = setTimeout(late, READY_MAX_MS);
      this.#servers.push(child);
      child.ended.then(({ how }) => {
        clearTimeout(timer);
        const reason = `${step.name} ended by itself (${how}); the end of ${child.logFile}:\n${child.tail()}`;
        this.end(1, reason);
        reject(new Error(reason));
      });
    });
  }

  async #sayWhileWaiting(work, subject) {
    const started = performance.now();
    const timer = setInterval(() => {
      if (!this.#isEnding) this.say(`${subject} … ${Math.round((performance.now() - started) / 1000)} s`);
    }, SAY_EVERY_MS);
    return work.finally(() => clearInterval(timer));
  }
}
