import { openDevelopmentIssuer } from '../../packages/shared/dist/subjects/development-issuer.js';
import { dataFolder } from '../run/checkout.mjs';

/** Address of the gateway that is asked. */
export const gatewayUrl = () => process.env.CHANCERY_URL ?? 'http://127.0.0.1:4000';

/** The token in CHANCERY_TOKEN, or in a demonstration one of a persona. */
export const gatewayToken = (persona, purpose) =>
  process.env.CHANCERY_TOKEN ?? openDevelopmentIssuer(dataFolder()).mint(persona, { now: Date.now(), purpose });

/** Why a gateway was not asked, in words that help. */
export const reasonOf = (error) =>
  error.cause?.code === 'ECONNREFUSED'
    ? `no gateway answers at ${gatewayUrl()}: npm start, or CHANCERY_URL with the address of one that runs`
    : error.message;
