import { openDevelopmentIssuer } from '../../packages/shared/dist/subjects/development-issuer.js';
import { dataFolder } from '../run/checkout.mjs';

/** Address of the gateway that is asked: as told, or that of a start here, which PORT moves. */
export const gatewayUrl = () => process.env.CHANCERY_URL ?? `http://127.0.0.1:${process.env.PORT ?? '4000'}`;

/** The token in CHANCERY_TOKEN, or in a demonstration one of a persona. */
export function gatewayToken(persona, purpose) {
  if (process.env.CHANCERY_TOKEN !== undefined) return process.env.CHANCERY_TOKEN;
  if (persona === undefined) throw new Error('whose token? --as PERSONA of a demonstration, or CHANCERY_TOKEN');
  return openDevelopmentIssuer(dataFolder()).mint(persona, { now: Date.now(), purpose });
}

/** Why a gateway was not asked, in words that help. */
export const reasonOf = (error) =>
  error.cause?.code === 'ECONNREFUSED'
    ? `no gateway answers at ${gatewayUrl()}: npm start, or PORT or CHANCERY_URL of one that runs`
    : error.message;
