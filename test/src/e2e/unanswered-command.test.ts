import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseEntry } from '@chancery/ledger/parse-entry';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import type { Answer } from './answer.js';

const REPORT = `mutation Report($input: ReportIncidentInput!) {
  reportIncident(input: $input) { incident { summary mission { city } } } }`;
const SECRET = 'CANARY of the service';

/** A service of incidents that answers as a test says, whatever it is asked. */
class StandIn {
  answer: (response: ServerResponse) => void = (response) => response.destroy();
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      request.resume().on('end', () => this.answer(response));
    });
  }

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

const json =
  (body: unknown, status = 200) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
const withError = (extensions: object) =>
  json({ data: { reportIncident: null }, errors: [{ message: SECRET, path: ['reportIncident'], extensions }] });

describe('a command that its service does not answer as it should', () => {
  const service = new StandIn();
  let mesh: Mesh;
  beforeAll(async () => {
    mesh = await startMesh({ addresses: { incidents: await service.start() } });
  }, MESH_STARTS_WITHIN_MS);
  afterAll(async () => {
    await mesh.close();
    await service.close();
  });

  async function reportTo(answer: (response: ServerResponse) => void): Promise<Answer> {
    service.answer = answer;
    const input = {
      idempotencyKey: randomUUID(),
      mission: 'mis_x',
      type: 'ARSON',
      occurredOn: '2026-09-20',
      city: 'Berlin',
      siteKind: 'EMBASSY',
      summary: 'A car was set on fire before the gate.',
    };
    return mesh.as('usa.diplomatic-security', 'INCIDENT_RESPONSE').query(REPORT, { input });
  }

  it.each<[string, (response: ServerResponse) => void]>([
    ['hangs up', (response) => response.destroy()],
    ['answers with a fault', json({ errors: [{ message: SECRET }] }, 500)],
    ['answers with no JSON', (response) => response.end('{"data":')],
    ['answers with nothing', json({})],
    ['answers with no data', json({ data: null })],
    ['answers something else', json({ data: { other: SECRET } })],
    ['answers in another form', json({ data: { _0_reportIncident: SECRET } })],
    ['says so itself', withError({ code: 'OUTCOME_UNKNOWN' })],
  ])('has an unknown outcome when it %s, and that stands on the ledger', async (_how, answer) => {
    const told = await reportTo(answer);

    expect(told.status).toBe(200);
    expect(told.body.data).toEqual({ reportIncident: null });
    expect(told.body.errors).toMatchObject([{ path: ['reportIncident'], extensions: { code: 'OUTCOME_UNKNOWN' } }]);
    expect(told.text).not.toContain(SECRET);
    expect(parseEntry(await mesh.ledger.leafOf(told))).toMatchObject({
      kind: 'OUTCOME',
      status_code: 'OUTCOME_UNKNOWN',
    });
  });

  it('was not run when its service refuses the signed call', async () => {
    const told = await reportTo(json({ errors: [{ message: SECRET }] }, 401));

    expect(told.body.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNREACHABLE' } }]);
  });

  it.each(['WRITE_DENIED', 'NOT_FOUND', 'CONFLICT', 'TRANSITION_INVALID', 'IDEMPOTENCY_KEY_REUSED'])(
    'is told the code %s, and no word of the service',
    async (code) => {
      const told = await reportTo(withError({ code, rules: ['CHY-RPT', SECRET], argument: SECRET, secret: SECRET }));

      expect(told.body.errors).toMatchObject([{ path: ['reportIncident'], extensions: { code } }]);
      expect(told.text).not.toContain(SECRET);
      expect(told.text.includes('CHY-RPT')).toBe(code === 'WRITE_DENIED');
    },
  );

  it.each(['TOKEN_EXPIRED', 'AUDIT_UNAVAILABLE', 'INTERNAL', SECRET, null])(
    'is told no other code of its service: %s is INTERNAL',
    async (code) => {
      const told = await reportTo(withError({ code }));

      expect(told.body.errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
      expect(told.text).not.toContain(SECRET);
    },
  );

  it('was not run when nobody listens', async () => {
    await service.close();
    const told = await reportTo(() => {});

    expect(told.body.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNREACHABLE' } }]);
    expect(parseEntry(await mesh.ledger.leafOf(told))).toMatchObject({
      kind: 'OUTCOME',
      status_code: 'SUBGRAPH_UNREACHABLE',
    });
  });
});
