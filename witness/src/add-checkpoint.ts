import { parseHash } from '@chancery/ledger/notes/checkpoint';

/** A request for a cosignature (C2SP tlog-witness): what the asker believes was cosigned last, a proof, and the new checkpoint. */
export interface AddCheckpoint {
  readonly old: number;
  readonly proof: readonly Buffer[];
  readonly note: string;
}

const OLD = /^old (0|[1-9][0-9]{0,15})$/;
/** C2SP tlog-witness: no tree is higher. */
const PROOF_LINES_MAX = 63;

/** Reads the body of a request; null when it is none. */
export function parseAddCheckpoint(body: string): AddCheckpoint | null {
  const end = body.indexOf('\n\n');
  if (end < 0) return null;
  const [first = '', ...lines] = body.slice(0, end).split('\n');
  const old = OLD.exec(first)?.[1];
  const proof = lines.flatMap((line) => parseHash(line) ?? []);
  if (old === undefined || proof.length !== lines.length || lines.length > PROOF_LINES_MAX) return null;
  return { old: Number(old), proof, note: body.slice(end + 2) };
}
