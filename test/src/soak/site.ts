import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CutOffProxy } from '@chancery/shared/postgres/testkit/cut-off-proxy';
import { CHECKOUT, type DatabaseLogins, type Deployment, type ServerName } from '../deployment/deployment.js';

/** A deployment and all that faults are done to. */
export interface Site {
  readonly deployment: Deployment;
  readonly logins: DatabaseLogins;
  /** Present where the data folder is a file system of its own, which may be filled. */
  readonly disk: SmallDisk | null;
  /** Present where the processes reach their database through it. */
  readonly proxy: CutOffProxy | null;
  readonly clocks: SteppedClocks;
}

/** The wall clocks of the processes, which a soak preloads (`step-clock.mjs`). */
export class SteppedClocks {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** What the processes are started with. */
  get env(): Readonly<Record<string, string>> {
    const preload = new URL(`file://${join(CHECKOUT, 'test/src/soak/step-clock.mjs')}`).href;
    return { NODE_OPTIONS: `--import=${preload}`, SOAK_CLOCKS: this.#folder };
  }

  step(who: ServerName | 'all', byMs: number): void {
    writeFileSync(join(this.#folder, who), String(byMs));
  }

  setRight(who: ServerName | 'all'): void {
    rmSync(join(this.#folder, who), { force: true });
  }
}

const MIB = 2 ** 20;
const ROOMY_MIB = 3_072;

/** A file system in memory that can be made as small as what is in it. Needs root. */
export class SmallDisk {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Null where it cannot be mounted. */
  static mount(folder: string): SmallDisk | null {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o711);
    const { status } = spawnSync('mount', [
      '-t',
      'tmpfs',
      '-o',
      `size=${ROOMY_MIB}m,mode=711`,
      'chancery-soak',
      folder,
    ]);
    return status === 0 ? new SmallDisk(folder) : null;
  }

  /** Leaves not a byte free. */
  fill(): void {
    const { stdout } = spawnSync('df', ['--output=used', '-B1', this.folder], { encoding: 'utf8' });
    const used = Number(stdout.trim().split('\n').at(-1));
    // What is written meanwhile makes the target too small, and the kernel refuses it.
    for (let room = 0; room < 64; room += 1) if (this.#resize(used + room * MIB)) return;
    throw new Error('the small disk could not be filled');
  }

  makeRoom(): void {
    if (!this.#resize(ROOMY_MIB * MIB)) throw new Error('the small disk could not be given room');
  }

  unmount(): void {
    spawnSync('umount', ['-l', this.folder]);
  }

  #resize(bytes: number): boolean {
    return spawnSync('mount', ['-o', `remount,size=${bytes}`, this.folder]).status === 0;
  }
}
