import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DownloadGate } from '../../src/journeys/cpd-lead/download-gate.ts';
import { DownloadRecords } from '../../src/journeys/cpd-lead/download-records.ts';
import { aPublishedVersion } from '../factories/content.ts';
import { aMember, type AMember, type AnOrganisation, anOrganisation } from '../factories/identity.ts';
import { aCompletion } from '../factories/records.ts';
import { TestApp } from '../kit/test-app.ts';
import { until } from '../kit/until.ts';

const ROWS = 40_000;

let app: TestApp;
let trust: AnOrganisation;
let lead: AMember;
let port: number;

beforeAll(async () => {
  app = await TestApp.start();
  trust = await app.system((tx) => anOrganisation(tx));
  lead = await aMember(app, trust, { roles: [{ role: 'cpd-lead' }] });
  const version = await aPublishedVersion(app);
  const completionId = await app.system((tx) => aCompletion(tx, lead, version));
  // The same completion many times over, as rounds: enough that no buffer on the way holds the whole file.
  await app.system((tx) =>
    tx.composed(
      `INSERT INTO completion SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'round', n, 'module_title', repeat('long ', 120)))).*
       FROM completion c, generate_series(2, ${ROWS}) n WHERE c.id = $1`,
      [completionId],
    ),
  );
  await app.nest.listen(0, '127.0.0.1');
  port = (app.nest.getHttpServer().address() as AddressInfo).port;
}, 120_000);
afterAll(() => app.stop());

function download(token = lead.token): Promise<IncomingMessage> {
  const options = {
    host: '127.0.0.1',
    port,
    path: '/api/v1/cpd-lead/completion-records/file',
    headers: { cookie: `rounds=${token}` },
  };
  return new Promise((resolve, reject) => get(options, resolve).on('error', reject));
}

const auditOf = (action: string) =>
  app.system((tx) =>
    tx.row<{ detail: Record<string, unknown> }>('SELECT detail FROM audit_event WHERE action = $1', [action]),
  );
/** Files being sent. Asked as the database's owner: the application does not see what its connections run. */
async function running(): Promise<number> {
  const client = new pg.Client({ connectionString: app.url });
  await client.connect();
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'COPY%' AND state = 'active'`,
  );
  await client.end();
  return rows[0]?.n ?? 0;
}
const untilRunning = (count: number) => until(`${count} files being sent`, async () => (await running()) === count);

describe('a reader that goes away', () => {
  it('ends the query, and the audit log says broken off', async () => {
    const answer = await download();
    await new Promise((resolve) => answer.once('data', resolve));
    await untilRunning(1);
    expect(await auditOf('export.begun')).not.toBeNull();
    answer.destroy();
    const { detail } = await until('the entry of the end', () => auditOf('export.broken-off'));
    expect(detail['rows']).toBeLessThan(ROWS);
    await untilRunning(0);
    expect(await auditOf('export.ended')).toBeNull();
  });

  it('leaves the application able to serve the next one whole', async () => {
    let bytes = 0;
    for await (const chunk of await download()) bytes += (chunk as Buffer).length;
    const { detail } = await until('the entry of the end', () => auditOf('export.ended'));
    expect(detail).toMatchObject({ rows: ROWS, bytes });
  });
});

describe('readers that stop reading', () => {
  const PATIENCE = 2_000;
  const brokenOff = async () => {
    const rows = await app.system((tx) =>
      tx.rows(`SELECT 1 FROM audit_event WHERE action = 'export.broken-off' AND at >= $1`, [app.clock.now()]),
    );
    return rows.length;
  };
  const keptOpen = (answer: IncomingMessage) => (answer.statusCode === 429 ? null : answer);

  it('leave connections to everybody else, and are cut off after a time', async () => {
    app.nest.get(DownloadRecords).patience = PATIENCE;
    app.clock.forward(1);
    const other = await aMember(app, trust, { roles: [{ role: 'cpd-lead' }] });
    const first = [await download(), await download()];
    expect(first.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    await untilRunning(2);
    const refused = await Promise.all([download(), download(other.token)]);
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([429, 429]);
    await app.as(other.token).get('/api/v1/learner/today').expect(200);
    await untilRunning(0);
    await until('both are broken off', async () => (await brokenOff()) === 2);
    for (const answer of [...first, ...refused]) answer.destroy();
    const next = await until('a place is free', async () => keptOpen(await download(other.token)));
    expect(next.destroy().statusCode).toBe(200);
  });

  it('do not keep one person from what another may still have', async () => {
    const gate = new DownloadGate(16);
    const mine = [gate.enter('me'), gate.enter('me')];
    expect(() => gate.enter('me')).toThrow('Other downloads are still running');
    gate.enter('you');
    mine[0]?.leave();
    gate.enter('me');
    gate.enter('them');
    expect(() => gate.enter('nobody yet')).toThrow('Other downloads are still running');
  });
});
