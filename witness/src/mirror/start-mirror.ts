import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { readBody } from '@chancery/shared/http/read-body';
import { plain, type ServedAnswer, serveAnswers } from '../serve-answers.js';
import { comparePeers } from './compare-peers.js';
import { Mirror, type MirrorOptions } from './mirror.js';

export interface ServedMirrorOptions extends MirrorOptions {
  readonly host: string;
  readonly port: number;
  /** Whoever shows it reads the copies; null: nobody does. The entries say who asked for what. */
  readonly readToken: string | null;
  /** Addresses of witnesses and mirrors of other agencies, whose checkpoints are compared. */
  readonly peers: readonly string[];
  /** Between two comparisons. */
  readonly everyMs?: number;
}

export interface RunningMirror {
  readonly url: string;
  readonly mirror: Mirror;
  close(): Promise<void>;
}

const CHECKPOINT_BYTES_MAX = 128 * 1024;
/** Of one upload: its sender goes on with another. */
const UPLOAD_BYTES_MAX = 16 * 1024 * 1024;
const EVERY_MS = 2_000;
const unzip = promisify(gunzip);
const RESOURCE =
  /^\/([0-9a-f]{64})\/(checkpoint|tile\/(?:entries|[0-9]{1,2})(?:\/x[0-9]{3})*\/[0-9]{3}(?:\.p\/[0-9]{1,3})?)$/;

/** Where a copy is below the mirror's address (C2SP tlog-mirror). */
export const originHash = (origin: string): string => createHash('sha256').update(origin).digest('hex');

/** Serves one mirror: `POST /add-checkpoint`, `POST /add-entries`, `GET /checkpoint?origin=`, `GET /health`, and with the token the copies. */
export async function startMirror(options: ServedMirrorOptions): Promise<RunningMirror> {
  const mirror = await Mirror.open(options);
  const origins = [...new Set(options.logs.map(({ name }) => name))];
  const server = await serveAnswers(options, (request) => serve(mirror, request, options));
  const { peers, log } = options;
  let comparing: Promise<void> | null = null;
  const timer = setInterval(() => {
    comparing ??= comparePeers(mirror, { peers, origins, log }).finally(() => {
      comparing = null;
    });
  }, options.everyMs ?? EVERY_MS);
  const close = async (): Promise<void> => {
    clearInterval(timer);
    await comparing;
    await server.close();
  };
  return { url: server.url, mirror, close };
}

async function serve(mirror: Mirror, request: IncomingMessage, options: ServedMirrorOptions): Promise<ServedAnswer> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://mirror');
  if (request.method === 'POST' && pathname === '/add-checkpoint') {
    const body = await readBody(request, CHECKPOINT_BYTES_MAX);
    return body === null ? plain(413, 'too long\n') : mirror.addCheckpoint(Buffer.from(body).toString());
  }
  if (request.method === 'POST' && pathname === '/add-entries') {
    const body = await readBody(request, UPLOAD_BYTES_MAX);
    return body === null ? plain(413, 'too long\n') : upload(mirror, Buffer.from(body), request);
  }
  if (request.method !== 'GET') return plain(405, 'not that method\n');
  if (pathname === '/health') {
    const alarms = mirror.alarms();
    return alarms.length === 0 ? plain(200, 'ok\n') : plain(503, `alarm: ${alarms.join(', ')}\n`);
  }
  if (pathname === '/checkpoint') {
    const latest = mirror.latest(searchParams.get('origin') ?? '');
    return latest === null ? plain(404, 'not found\n') : plain(200, latest);
  }
  return resource(pathname, request, options);
}

/** An upload may be compressed (C2SP tlog-mirror); what it comes to has the same bound. */
async function upload(mirror: Mirror, body: Buffer, { headers }: IncomingMessage): Promise<ServedAnswer> {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity') return mirror.addEntries(body);
  if (encoding !== 'gzip') return plain(415, 'compressed otherwise than by gzip\n');
  try {
    return mirror.addEntries(await unzip(body, { maxOutputLength: UPLOAD_BYTES_MAX }));
  } catch {
    return plain(400, 'not compressed by gzip, or too long\n');
  }
}

function resource(pathname: string, request: IncomingMessage, options: ServedMirrorOptions): ServedAnswer {
  const [, hash, path = ''] = RESOURCE.exec(pathname) ?? [];
  const origin = options.logs.find(({ name }) => originHash(name) === hash)?.name;
  // Without the token it looks as if nothing were there.
  if (origin === undefined || !mayRead(request, options.readToken)) return plain(404, 'not found\n');
  const bytes = options.storeOf(origin).read(path);
  if (bytes === null) return plain(404, 'not found\n');
  return path === 'checkpoint'
    ? plain(200, bytes.toString('utf8'))
    : { status: 200, contentType: 'application/octet-stream', body: bytes };
}

function mayRead({ headers }: IncomingMessage, token: string | null): boolean {
  if (token === null) return false;
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
}
