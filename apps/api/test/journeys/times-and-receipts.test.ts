import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventAnswer } from '@rounds/contracts/event';
import { ReceiptSigner } from '../../src/domains/learning/receipt-signer.ts';
import { ServerSecrets } from '../../src/platform/secrets/server-secrets.ts';
import { aTry, submitted } from '../factories/attempts.ts';
import { type APublishedVersion, aPublishedVersion } from '../factories/content.ts';
import { anEvent, type SentEvent } from '../factories/events.ts';
import { type AMember, aMember, type AnOrganisation, anOrganisation } from '../factories/identity.ts';
import { statementsDuring } from '../kit/database.ts';
import { TestApp } from '../kit/test-app.ts';

let app: TestApp;
let northgate: AnOrganisation;
let version: APublishedVersion;
let learner: AMember;

beforeAll(async () => {
  app = await TestApp.start();
  northgate = await app.system((tx) => anOrganisation(tx));
  version = await aPublishedVersion(app);
});
afterAll(() => app.stop());
beforeEach(async () => {
  learner = await aMember(app, northgate);
});

/** What the server gives a person who opens a version at some time. */
async function receiptAt(at: string, member: AMember = learner, of: APublishedVersion = version): Promise<string> {
  app.clock.set(at);
  const { body } = await app.as(member.token).get(`/api/v1/learner/versions/${of.versionId}/state`).expect(200);
  return body.receipt;
}

type Sent = { at: string; receipts?: string[]; offsetMs?: number; overrides?: SentEvent };

/** Sends an event that arrives on 1 September at 9:00, and gives its answer and the time that was kept. */
async function sent({ at, receipts, offsetMs, overrides }: Sent) {
  app.clock.set(ARRIVAL);
  const event = anEvent(version, { at, ...(offsetMs !== undefined && { offsetMs }), ...overrides });
  const answers: EventAnswer[] = await post([event], receipts);
  const kept = await app.system((tx) =>
    tx.row<{ occurredAt: Date; timedBy: string; payload: object }>(
      `SELECT occurred_at AS "occurredAt", timed_by AS "timedBy", payload FROM learner_event WHERE person_id = $1 AND id = $2`,
      [learner.personId, String(event['id'])],
    ),
  );
  expect(kept?.timedBy).toBe(answers[0]?.timedBy);
  expect(kept?.payload).toEqual(event);
  return { timedBy: kept?.timedBy, occurredAt: kept?.occurredAt.toISOString(), event };
}

async function post(events: SentEvent[], receipts?: string[], member: AMember = learner): Promise<EventAnswer[]> {
  const { body } = await app
    .as(member.token)
    .post('/api/v1/learner/events')
    .send({ events, ...(receipts && { receipts }) })
    .expect(200);
  return body.answers;
}

const ARRIVAL = '2026-09-01T09:00:00.000Z';
const GIVEN = '2026-08-30T07:00:00.000Z';
const HOUR = 3_600_000;
const byDevice = (at: string) => ({ timedBy: 'device', occurredAt: at });
const byArrival = { timedBy: 'arrival', occurredAt: ARRIVAL };

describe('the time of an event', () => {
  it.each<[string, Omit<Sent, 'receipts'>, object]>([
    ['between receipt and arrival', { at: '2026-08-31T12:00:00+01:00' }, byDevice('2026-08-31T11:00:00.000Z')],
    ['at the receipt', { at: GIVEN }, byDevice(GIVEN)],
    ['a minute before the receipt', { at: '2026-08-30T06:59:00Z' }, byDevice(GIVEN)],
    ['just before that', { at: '2026-08-30T06:58:59.999Z' }, byArrival],
    ['after the arrival', { at: '2026-09-01T10:00:00Z' }, byArrival],
    [
      'told by a clock 1 day ahead',
      { at: '2026-09-01T12:00:00Z', offsetMs: 24 * HOUR },
      byDevice('2026-08-31T12:00:00.000Z'),
    ],
    [
      'told by a clock 1 year behind',
      { at: '2025-08-31T12:00:00Z', offsetMs: -8760 * HOUR },
      byDevice('2026-08-31T12:00:00.000Z'),
    ],
    ['with an offset beyond all times', { at: '2026-08-31T12:00:00Z', offsetMs: Number.MAX_SAFE_INTEGER }, byArrival],
  ])('%s', async (_, told, expected) => {
    const receipt = await receiptAt(GIVEN);
    expect(await sent({ ...told, receipts: [receipt] })).toMatchObject(expected);
  });

  it('is bound by the first of several receipts', async () => {
    const [first, later] = [await receiptAt(GIVEN), await receiptAt('2026-08-31T07:00:00Z')];
    expect(await sent({ at: '2026-08-30T12:00:00Z', receipts: [later, first] })).toMatchObject(
      byDevice('2026-08-30T12:00:00.000Z'),
    );
    expect(await sent({ at: '2026-08-30T12:00:00Z', receipts: [later] })).toMatchObject(byArrival);
  });

  it('is told again when the answer was lost', async () => {
    const { event } = await sent({ at: '2026-09-02T09:00:00Z' });
    expect(await post([event, event])).toEqual(
      Array(2).fill({ id: event['id'], outcome: 'known', timedBy: 'arrival' }),
    );
  });

  it('is never a reason to refuse', async () => {
    const { event } = await sent({ at: '2009-01-01T00:00:00Z' });
    expect(await post([event])).toMatchObject([{ outcome: 'known' }]);
  });
});

describe('without a receipt', () => {
  it('a time is bound by the publication', async () => {
    expect(await sent({ at: '2026-03-02T09:00:00Z' })).toMatchObject(byDevice('2026-03-02T09:00:00.000Z'));
    expect(await sent({ at: '2026-03-02T08:58:00Z' })).toMatchObject(byArrival);
  });

  it('and by the day the person joined the organisation', async () => {
    await app.system((tx) =>
      tx.rows('UPDATE membership SET joined_at = $2 WHERE person_id = $1', [learner.personId, '2026-06-01T09:00:00Z']),
    );
    expect(await sent({ at: '2026-06-01T09:00:00Z' })).toMatchObject(byDevice('2026-06-01T09:00:00.000Z'));
    expect(await sent({ at: '2026-05-01T09:00:00Z' })).toMatchObject(byArrival);
    const receipt = await receiptAt('2026-04-01T07:00:00Z');
    expect(await sent({ at: '2026-05-01T09:00:00Z', receipts: [receipt] })).toMatchObject(
      byDevice('2026-05-01T09:00:00.000Z'),
    );
  });
});

describe('a receipt', () => {
  /** Refused, because it counts as none: the device's time would do without it, and the day of joining forbids it. */
  const believed = async (receipt: string): Promise<boolean> => {
    await app.system((tx) =>
      tx.rows('UPDATE membership SET joined_at = $2 WHERE person_id = $1', [learner.personId, '2026-08-31T09:00:00Z']),
    );
    return (await sent({ at: '2026-08-30T12:00:00Z', receipts: [receipt] })).timedBy === 'device';
  };

  it('of one’s own is believed, in another process too', async () => {
    expect(await believed(await receiptAt(GIVEN))).toBe(true);
    const other = new ServerSecrets(app.db, app.clock);
    await other.onModuleInit();
    expect(await believed(new ReceiptSigner(other).give(learner.personId, version.versionId, new Date(GIVEN)))).toBe(
      true,
    );
  });

  it('of another person counts as none', async () => {
    expect(await believed(await receiptAt(GIVEN, await aMember(app, northgate)))).toBe(false);
  });

  it('of another version counts as none', async () => {
    expect(await believed(await receiptAt(GIVEN, learner, await aPublishedVersion(app)))).toBe(false);
  });

  it.each<[string, (receipt: string) => string]>([
    [
      'changed in its time',
      (receipt) => `${receipt.slice(0, 50)}${receipt[50] === 'A' ? 'B' : 'A'}${receipt.slice(51)}`,
    ],
    ['without its signature', (receipt) => receipt.slice(0, 54)],
    ['cut short', (receipt) => receipt.slice(0, -2)],
    ['of another form', (receipt) => receipt.replace('r1.', 'r2.')],
    ['made up', () => `r1.${'A'.repeat(94)}`],
    ['that is empty', () => ''],
  ])('%s counts as none', async (_, forge) => {
    expect(await believed(forge(await receiptAt(GIVEN)))).toBe(false);
  });

  it('is not refused for its length until nobody could have given it', async () => {
    const events = [anEvent(version)];
    await app
      .as(learner.token)
      .post('/api/v1/learner/events')
      .send({ events, receipts: ['x'.repeat(301)] })
      .expect(400);
    await app
      .as(learner.token)
      .post('/api/v1/learner/events')
      .send({ events, receipts: Array(201).fill('x') })
      .expect(400);
  });
});

describe('a try', () => {
  const told = async (overrides: object) => {
    app.clock.set(ARRIVAL);
    const body = aTry(learner, version, { attemptId: randomUUID(), ...overrides });
    const result = await submitted(app, learner, body);
    const row = await app.system((tx) =>
      tx.row<{ occurredAt: Date; timedBy: string }>(
        'SELECT occurred_at AS "occurredAt", timed_by AS "timedBy" FROM attempt WHERE person_id = $1 AND id = $2',
        [learner.personId, body.attemptId],
      ),
    );
    expect(row?.timedBy).toBe(result.timedBy);
    return { timedBy: row?.timedBy, occurredAt: row?.occurredAt.toISOString(), body, result };
  };

  it('is timed like an event', async () => {
    const receipt = await receiptAt(GIVEN);
    expect(await told({ at: '2026-08-31T12:00:00Z', receipt })).toMatchObject(byDevice('2026-08-31T12:00:00.000Z'));
    expect(await told({ at: '2026-08-29T12:00:00Z', receipt })).toMatchObject(byArrival);
    expect(await told({ at: '2026-09-02T12:00:00Z', receipt, offsetMs: 24 * HOUR, tryNumber: 2 })).toMatchObject(
      byArrival,
    );
    expect(await told({ at: '2026-09-01T12:00:00Z', receipt, offsetMs: 24 * HOUR })).toMatchObject(
      byDevice('2026-08-31T12:00:00.000Z'),
    );
  });

  it('says by which clock whenever it is asked, and a new receipt makes it no other try', async () => {
    const { body, result } = await told({ at: '2026-09-02T12:00:00Z' });
    expect(result.timedBy).toBe('arrival');
    const receipt = await receiptAt(GIVEN);
    expect(await submitted(app, learner, { ...body, receipt, offsetMs: 7 })).toEqual(result);
    const { body: read } = await app.as(learner.token).get(`/api/v1/learner/attempts/${body.attemptId}`).expect(200);
    expect(read).toEqual(result);
  });

  it('completes on the day it was made by', async () => {
    const receipt = await receiptAt(GIVEN);
    await told({ at: '2026-09-01T22:30:00Z', receipt, offsetMs: 24 * HOUR });
    const completion = await app.system((tx) =>
      tx.row('SELECT completed_on FROM completion WHERE person_id = $1', [learner.personId]),
    );
    expect(completion).toEqual({ completed_on: '2026-08-31' });
  });

  it('with a receipt asks nothing more of the database', async () => {
    const receipt = await receiptAt(GIVEN);
    app.clock.set(ARRIVAL);
    const [bare, covered] = [aTry(learner, version), aTry(learner, version, { receipt })];
    await submitted(app, learner, aTry(learner, version));
    expect(await statementsDuring(() => submitted(app, learner, bare))).toBe(
      1 + (await statementsDuring(() => submitted(app, learner, covered))),
    );
  });
});

describe('the server’s secrets', () => {
  it('are made once, and seen by the system alone', async () => {
    const own = await app.db.read(learner, (tx) => tx.rows('SELECT name FROM server_secret'));
    expect(own).toEqual([]);
    const kept = await app.system((tx) =>
      tx.rows<{ name: string; bytes: number }>('SELECT name, length(secret) AS bytes FROM server_secret ORDER BY name'),
    );
    expect(kept).toMatchObject([{ name: 'root', bytes: 32 }, { name: 'sealing' }]);
    await expect(app.system((tx) => tx.rows("UPDATE server_secret SET secret = ''"))).rejects.toThrow(
      /permission denied/,
    );
  });
});
