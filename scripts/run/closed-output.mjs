/** Loaded before a command: whoever reads its output may have heard enough (`| head -1`), which is no failure of it. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    // What was begun is ended in order all the same: a database that was opened is let go of, an order that was given is recorded.
    if (error.code !== 'EPIPE') throw error;
  });
}
