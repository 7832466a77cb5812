/**
 * Preloaded into the processes of a soak (`node --import`): their wall clock is off by what stands in a file named after the program,
 * or in `all`. Timers, which have a clock of their own, and the database go on as they are: so it is when a host's clock is set.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const LOOK_EVERY_MS = 50;
const RealDate = Date;
const folder = process.env.SOAK_CLOCKS;
const program = /(?:services\/)?(gateway|missions|incidents|intel|compliance)\/dist\//.exec(process.argv[1] ?? '')?.[1];
let stepMs = 0;

function readStep() {
  for (const name of [program, 'all']) {
    try {
      return Number(readFileSync(join(folder, name), 'utf8')) || 0;
    } catch {
      // Not stepped.
    }
  }
  return 0;
}

if (folder !== undefined && program !== undefined) {
  globalThis.Date = class SteppedDate extends RealDate {
    constructor(...parts) {
      if (parts.length === 0) super(RealDate.now() + stepMs);
      else super(...parts);
    }
    static now() {
      return RealDate.now() + stepMs;
    }
  };
  stepMs = readStep();
  setInterval(() => {
    stepMs = readStep();
  }, LOOK_EVERY_MS).unref();
}
