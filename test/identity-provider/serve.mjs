// An identity provider of another make (npm oidc-provider) over TLS on loopback, for tests of how Chancery believes one.
// Its first message brings certificate and claims; each message brings the keys that it signs with from then on.
import { createServer } from 'node:https';
import Provider from 'oidc-provider';

const AUDIENCE = 'chancery';
const PLACES = 'https://chancery.example/';
let answer = null;

process.on('message', async ({ tls, claims, keys }) => {
  const server = answer?.server ?? (await listen(tls));
  const issuer = `https://localhost:${server.address().port}`;
  const held = { server, claims: claims ?? answer.claims, issuer };
  answer = { ...held, handle: new Provider(issuer, configuration(held.claims, keys)).callback() };
  process.send({ issuer });
});
process.once('disconnect', () => process.exit(0));

function listen(tls) {
  const server = createServer(tls, (request, response) => answer.handle(request, response));
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function configuration(claims, keys) {
  return {
    jwks: { keys },
    clients: [
      {
        client_id: 'officer',
        client_secret: 'of this test alone',
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
        id_token_signed_response_alg: 'ES256',
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => PLACES,
        getResourceServerInfo: () => ({
          scope: '',
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 600,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    extraTokenClaims: () => ({ chancery: claims }),
  };
}
