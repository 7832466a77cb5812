import { z } from 'zod';
import type { TrustAgreement } from './trust-agreement.js';
import { readTrustedKeys, type TrustedKeys } from './trusted-keys.js';

/** Reads a document of an identity provider; the one thing here that goes out to the network. */
export type ReadDocument = (url: string) => Promise<string>;

const WITHIN_MS = 5_000;
/** A set of keys is some kilobytes; what sends more is no identity provider. */
const BYTES_MAX = 256 * 1024;

const keySetShape = z.object({ keys: z.array(z.record(z.string(), z.unknown())).max(100) });
const metadataShape = z.object({ issuer: z.string(), jwks_uri: z.string().regex(/^https:\/\//, 'an https URL') });

/**
 * The keys that an issuer publishes now (RFC 7517), where its agreement says or where its own metadata says (OpenID Connect
 * Discovery 1.0 section 4). Keys that serve no pinned algorithm are passed over and told as faults: a provider publishes what it
 * needs for others as well. Throws when they cannot be read.
 */
export async function readPublishedKeys(agreement: TrustAgreement, read: ReadDocument): Promise<TrustedKeys> {
  const { keys } = keySetShape.parse(JSON.parse(await read(agreement.jwksUri ?? (await discover(agreement, read)))));
  return readTrustedKeys(keys, agreement.algorithms);
}

async function discover({ issuer }: TrustAgreement, read: ReadDocument): Promise<string> {
  const text = await read(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const metadata = metadataShape.parse(JSON.parse(text));
  // Section 4.3: it must be the issuer that was asked, or one provider could answer for another.
  if (metadata.issuer !== issuer) throw new Error(`the metadata is that of \`${metadata.issuer}\``);
  return metadata.jwks_uri;
}

/** Reads a document over https: no redirect, no more than a set of keys is long, no longer than a few seconds. */
export async function readOverHttps(url: string): Promise<string> {
  const response = await fetch(url, {
    // The agreement names the place. Another that this one names has been agreed with nobody.
    redirect: 'error',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(WITHIN_MS),
  });
  if (response.status !== 200 || response.body === null) throw new Error(`status ${response.status}`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > BYTES_MAX) throw new Error(`longer than ${BYTES_MAX} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
