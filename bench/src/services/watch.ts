/** How long something took, by the clock and of this process's own processor time: on a busy machine the two have little to do with each other. */
export interface Watched {
  readonly wallMs: number;
  readonly ownMs: number;
}

/** Begins to count; each call says how much it is so far. */
export function startWatch(): () => Watched {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { wallMs: performance.now() - begun, ownMs: (user + system) / 1000 };
  };
}
