const TRY = '{ missionByWikidataId(wikidataId: "Q875787") { kind city premises { address floorPlan } } }';

/** Says where everything is and what to try; the last line is for scripts that wait for it. */
export function sayWhereToGo(say, url, data) {
  const body = JSON.stringify({ query: TRY });
  say('');
  say(`  page      ${url}/`);
  say(`  graphql   ${url}/graphql`);
  say(`  health    ${url}/health`);
  say(`  data      ${data} (logs in logs/)`);
  say('');
  say('in another terminal, here:');
  say('  TOKEN=$(npm run -s token -- --as deu.fire-service --purpose PROTECT_LIFE)');
  say(`  curl -s ${url}/graphql -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' \\`);
  say(`    -d '${body}'`);
  say('');
  say(`ready ${url}`);
}
