import { open, rename } from 'node:fs/promises';

/** Replaces a file as a whole, for its own account alone; on the disk once this resolves. Off the thread: a disk that is busy holds up nobody. */
export async function replaceFile(file: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${file}.unfinished`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
}
