import {
  chmodSync,
  closeSync,
  copyFileSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

const LOG_BYTES_MAX = 10_000_000;
const LOOK_EVERY_MS = 10_000;
const TAIL_LINES = 15;

/**
 * The log of one process, `<folder>/<name>.log`, and the one before it in `.log.1`: past `bytesMax` it is copied there and
 * begun anew. The process writes into the same open file (`fd`), which is why it is emptied and not moved away.
 */
export function openLog(folder, name, { bytesMax = LOG_BYTES_MAX, lookEveryMs = LOOK_EVERY_MS } = {}) {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  const file = join(folder, `${name}.log`);
  const fd = openSync(file, 'a', 0o600);
  const rotate = () => {
    if (fstatSync(fd).size <= bytesMax) return;
    copyFileSync(file, `${file}.1`);
    ftruncateSync(fd);
  };
  rotate();
  const timer = setInterval(() => unlessFull(rotate), lookEveryMs).unref();
  return {
    file,
    fd,
    write: (line) => unlessFull(() => writeSync(fd, `${line}\n`)),
    tail: () => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-TAIL_LINES).join('\n'),
    close() {
      clearInterval(timer);
      closeSync(fd);
    },
  };
}

/** A full disk costs lines of a log, and never the process that keeps it. */
function unlessFull(work) {
  try {
    work();
  } catch (error) {
    if (error.code !== 'ENOSPC' && error.code !== 'EDQUOT') throw error;
  }
}
