/** Runs in the browser: GraphiQL and a switch between personas. Nothing is sent before its button is pressed. */

const { React, ReactDOM, GraphiQL } = window;

const TOKEN_REUSED_MS = 30 * 60_000;

const personaSelect = document.getElementById('persona');
const purposeSelect = document.getElementById('purpose');
const status = document.getElementById('status');

/** @type {Map<string, { token: Promise<string>, askedAt: number }>} */
const tokens = new Map();
let shown = page.readAddress().document;

const asking = () => ({ as: personaSelect.value, purpose: purposeSelect.value });

function tokenOf(as) {
  const known = tokens.get(as);
  if (known && Date.now() - known.askedAt < TOKEN_REUSED_MS) return known.token;
  const token = mint(as);
  tokens.set(as, { token, askedAt: Date.now() });
  token.catch(() => tokens.delete(as));
  return token;
}

async function mint(as) {
  const response = await fetch('/dev/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.errors[0].message);
  return answer.token;
}

/** Asks as one persona; the headers typed into GraphiQL come last, so that they can name a case or a reason. */
const fetcherFor = ({ as, purpose }) =>
  async function ask(params, { headers, documentAST } = {}) {
    const send = async (accept, signal) =>
      fetch('/graphql', {
        method: 'POST',
        headers: {
          accept,
          'content-type': 'application/json',
          authorization: `Bearer ${await tokenOf(as)}`,
          'chancery-purpose': purpose,
          ...headers,
        },
        body: JSON.stringify(params),
        signal,
      });
    const show = (answer) => {
      page.showAccount(answer, { as, purpose }, curlOf(params, { as, purpose }));
      return answer;
    };
    if (page.isSubscription(params, documentAST)) return follow(send, show);
    return show(await (await send('application/graphql-response+json')).json());
  };

/** Shows each event as it comes; who stops looking hangs up. */
async function* follow(send, show) {
  const looking = new AbortController();
  try {
    const response = await send('text/event-stream', looking.signal);
    if (!response.ok) yield show(await response.json());
    else for await (const event of page.eventsOf(response.body)) yield show(event);
  } finally {
    looking.abort();
  }
}

/** The same request from a shell, with a token of its own. */
function curlOf(params, { as, purpose }) {
  const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
  const token = `$(npm run -s token -- --as ${as} --purpose ${purpose})`;
  return [
    `curl -s ${location.origin}/graphql`,
    `-H "authorization: Bearer ${token}"`,
    `-H 'content-type: application/json'`,
    `-d ${quoted(JSON.stringify(params))}`,
  ].join(' \\\n  ');
}

/** Forgets with the page: what one persona was shown must not wait in the browser for the next. */
function storageInMemory() {
  const items = new Map();
  return {
    get length() {
      return items.size;
    },
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => items.set(key, value),
    removeItem: (key) => items.delete(key),
    clear: () => items.clear(),
  };
}

const storage = storageInMemory();
/** The document of the address comes first, for the first tab is the open one. */
const examples = [...page.options.examples].sort((a, b) => Number(b.name === shown) - Number(a.name === shown));
const root = ReactDOM.createRoot(document.getElementById('graphiql'));

function render() {
  root.render(
    React.createElement(GraphiQL, {
      fetcher: fetcherFor(asking()),
      // The schema comes with the page: to read it nothing need be asked, and nothing recorded.
      schema: page.options.schema,
      storage,
      defaultTabs: examples.map(({ document: query }) => ({ query })),
      onTabChange: ({ tabs, activeTabIndex }) => {
        shown = tabs[activeTabIndex]?.operationName ?? null;
        remember();
      },
      forcedTheme: 'light',
      shouldPersistHeaders: false,
    }),
  );
}

const remember = () => page.writeAddress({ ...asking(), document: shown });

function fill(select, choices, chosen) {
  select.replaceChildren(...choices.map((value) => Object.assign(page.element('option', { text: value }), { value })));
  if (choices.includes(chosen)) select.value = chosen;
}

/** Says what stands there and for whom: an answer of another persona must not be taken for this one's. */
function switchPersona(purpose) {
  const persona = page.options.personas.find(({ id }) => id === personaSelect.value);
  fill(purposeSelect, persona.purposes, purpose);
  status.textContent = persona.title;
  switchPurpose();
}

function switchPurpose() {
  document.body.classList.add('stale');
  remember();
  render();
}

document.addEventListener('click', (event) => {
  if (event.target.closest?.('.graphiql-execute-button')) document.body.classList.remove('stale');
});
personaSelect.addEventListener('change', () => switchPersona(purposeSelect.value));
purposeSelect.addEventListener('change', switchPurpose);

const linked = page.readAddress();
fill(
  personaSelect,
  page.options.personas.map(({ id }) => id),
  linked.as,
);
switchPersona(linked.purpose);
document.body.classList.remove('stale');
