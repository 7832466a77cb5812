import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openKeyFolder } from '../notes/key-folder.js';
import { parseVerifierKey, printVerifierKey } from '../notes/note-key.js';
import { parsePolicy, requireQuorum } from '../notes/policy.js';
import { openCheckpoint, signCheckpoint } from '../notes/signed-checkpoint.js';
import { cosign } from '../notes/signed-note.js';

/** What the process is asked: by the keys of a folder, which it makes, or by keys that it is given. */
export type NoteJob =
  | { readonly do: 'keys'; readonly folder: string; readonly name: string; readonly as: 'note' | 'cosignature' }
  | {
      readonly do: 'sign';
      readonly folder: string;
      readonly origin: string;
      readonly size: number;
      readonly root: string;
      readonly time: number;
    }
  | {
      readonly do: 'cosign';
      readonly folder: string;
      readonly name: string;
      readonly text: string;
      readonly time: number;
    }
  | {
      readonly do: 'open';
      readonly note: string;
      readonly keys: readonly string[];
      readonly policy?: string;
    };

/** What came of it: lines of text, or why not. */
export type NoteResult =
  | { readonly lines: readonly string[] }
  | { readonly refused: string; readonly error: string | null };

/** Does these by another Node, with what is built of this package. */
export function runNoteJobs(node: string, jobs: readonly NoteJob[]): Promise<readonly NoteResult[]> {
  return new Promise((resolve, reject) => {
    const program = fileURLToPath(import.meta.url);
    const child = execFile(node, [program], { maxBuffer: 2 ** 28 }, (error, stdout) =>
      error === null ? resolve(JSON.parse(stdout)) : reject(error),
    );
    child.stdin?.end(JSON.stringify(jobs));
  });
}

/** One job; what it throws is its result. */
export function doNoteJob(job: NoteJob): NoteResult {
  try {
    return { lines: linesOf(job) };
  } catch (error) {
    const [refused, name] = error instanceof Error ? [error.message, error.name] : [String(error), null];
    return { refused, error: name };
  }
}

function linesOf(job: NoteJob): string[] {
  if (job.do === 'open') return open(job);
  const keys = openKeyFolder(job.folder);
  if (job.do === 'keys') {
    const signers = [...keys.signersOf(job.name, job.as), ...keys.signersOf(job.name, 'subtree')];
    return signers.map(({ verifier }) => printVerifierKey(verifier));
  }
  if (job.do === 'sign') {
    const { origin, size, root, time } = job;
    const signers = [...keys.signersOf(origin, 'note'), ...keys.signersOf(origin, 'subtree')];
    return [signCheckpoint({ origin, size, root: Buffer.from(root, 'base64') }, signers, time)];
  }
  const signers = [...keys.signersOf(job.name, 'cosignature'), ...keys.signersOf(job.name, 'subtree')];
  return [signers.map((signer) => cosign(job.text, signer, job.time)).join('')];
}

/** By which keys it is signed. */
function open({ note, keys, policy }: Extract<NoteJob, { do: 'open' }>): string[] {
  const believed = policy === undefined ? null : parsePolicy(policy);
  const { signatures } = openCheckpoint(
    note,
    [...keys.map(parseVerifierKey), ...(believed?.logs ?? [])],
    believed?.witnesses,
  );
  requireQuorum(signatures, believed);
  return signatures.map(({ verifier }) => `${verifier.kind} ${verifier.name}`);
}

async function main(): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece);
  const jobs: readonly NoteJob[] = JSON.parse(Buffer.concat(pieces).toString());
  process.stdout.write(JSON.stringify(jobs.map(doNoteJob)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
