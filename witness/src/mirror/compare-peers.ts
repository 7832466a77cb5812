import type { Log } from '@chancery/shared/log';
import type { Mirror } from './mirror.js';

const ANSWER_MAX_MS = 3_000;

/** Asks other agencies which checkpoint of each log they saw last, and compares it. One that is away holds up nothing. */
export async function comparePeers(
  mirror: Pick<Mirror, 'compare'>,
  {
    peers,
    origins,
    log,
  }: { readonly peers: readonly string[]; readonly origins: readonly string[]; readonly log: Log },
): Promise<void> {
  const compare = async (peer: string, origin: string): Promise<void> => {
    const url = new URL('checkpoint', peer);
    url.searchParams.set('origin', origin);
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MAX_MS) });
      if (response.status === 200) await mirror.compare(await response.text());
    } catch (error) {
      log({ event: 'mirror', message: `\`${peer}\` could not be compared with: ${String(error)}` });
    }
  };
  await Promise.all(peers.flatMap((peer) => origins.map((origin) => compare(peer, origin))));
}
