import { join } from 'node:path';
import { CHECKOUT } from '../run/checkout.mjs';

const TRY = '{ missionByWikidataId(wikidataId: "Q875787") { kind city premises { address floorPlan } } }';

/** Says where everything is and what to try; the last line is for scripts that wait for it. */
export function sayWhereToGo(say, url, { data, isDemo }) {
  say('');
  if (isDemo) say(`  page      ${url}/`);
  say(`  graphql   ${url}/graphql`);
  say(`  health    ${url}/health`);
  say(`  data      ${data} (logs in logs/)`);
  say('');
  if (isDemo) sayDemonstration(say, url, data);
  else say("tokens come from the agencies' identity providers: docs/tokens.md, docs/operating.md");
  say('');
  say(`ready ${url}`);
}

function sayDemonstration(say, url, data) {
  // Another data folder has another issuer: its tokens would be refused.
  const where = data === join(CHECKOUT, '.chancery') ? '' : `CHANCERY_DATA=${data} `;
  say('in another terminal, here:');
  say(`  TOKEN=$(${where}npm run -s token -- --as deu.fire-service --purpose PROTECT_LIFE)`);
  say(`  curl -s ${url}/graphql -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' \\`);
  say(`    -d '${JSON.stringify({ query: TRY })}'`);
}
