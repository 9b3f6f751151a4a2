import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPublishedVersion } from '../factories/content.ts';
import { aMember, type AMember, anOrganisation } from '../factories/identity.ts';
import { aCompletion } from '../factories/records.ts';
import { TestApp } from '../kit/test-app.ts';

const ROWS = 40_000;

let app: TestApp;
let lead: AMember;
let port: number;

beforeAll(async () => {
  app = await TestApp.start();
  const trust = await app.system((tx) => anOrganisation(tx));
  lead = await aMember(app, trust, { roles: [{ role: 'cpd-lead' }] });
  const version = await aPublishedVersion(app);
  const completionId = await app.system((tx) => aCompletion(tx, lead, version));
  // The same completion many times over, as rounds: enough that no buffer on the way holds the whole file.
  await app.system((tx) =>
    tx.composed(
      `INSERT INTO completion SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'round', n))).*
       FROM completion c, generate_series(2, ${ROWS}) n WHERE c.id = $1`,
      [completionId],
    ),
  );
  await app.nest.listen(0, '127.0.0.1');
  port = (app.nest.getHttpServer().address() as AddressInfo).port;
}, 120_000);
afterAll(() => app.stop());

function download(): Promise<IncomingMessage> {
  const options = {
    host: '127.0.0.1',
    port,
    path: '/api/v1/cpd-lead/completion-records/file',
    headers: { cookie: `rounds=${lead.token}` },
  };
  return new Promise((resolve, reject) => get(options, resolve).on('error', reject));
}

async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 400; tries++) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((again) => setTimeout(again, 50));
  }
  throw new Error('It did not come about within 20 seconds');
}

const auditOf = (action: string) =>
  app.system((tx) =>
    tx.row<{ detail: Record<string, unknown> }>('SELECT detail FROM audit_event WHERE action = $1', [action]),
  );
const running = () =>
  app.system((tx) =>
    tx.row<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'COPY%' AND state = 'active'`,
    ),
  );

describe('a reader that goes away', () => {
  it('ends the query, and the audit log says broken off', async () => {
    const answer = await download();
    await new Promise((resolve) => answer.once('data', resolve));
    expect(await auditOf('export.begun')).not.toBeNull();
    answer.destroy();
    const { detail } = await until(() => auditOf('export.broken-off'));
    expect(detail['rows']).toBeLessThan(ROWS);
    await until(async () => ((await running())?.n === 0 ? true : null));
    expect(await auditOf('export.ended')).toBeNull();
  });

  it('leaves the application able to serve the next one whole', async () => {
    let bytes = 0;
    for await (const chunk of await download()) bytes += (chunk as Buffer).length;
    const { detail } = await until(() => auditOf('export.ended'));
    expect(detail).toMatchObject({ rows: ROWS, bytes });
  });
});
