/** The address in a process's ready line `{"ready":{"url":"http://127.0.0.1:PORT"}}`; null when the line is another. */
export function parseReady(line) {
  if (!line.startsWith('{"ready"')) return null;
  try {
    const { url } = JSON.parse(line).ready;
    return typeof url === 'string' && url.startsWith('http://') ? url : null;
  } catch {
    return null;
  }
}
