import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WarnOfStorage } from '../../src/journeys/system/warn-of-storage.ts';
import { WriteStorageWarning } from '../../src/journeys/system/write-storage-warning.ts';
import { JobQueue } from '../../src/platform/queue/job-queue.ts';
import { aFailedTry, aTry, submitted } from '../factories/attempts.ts';
import { type APublishedVersion, aPublishedVersion, retire } from '../factories/content.ts';
import { anEvent, sendEvents } from '../factories/events.ts';
import { type AMember, aMember, type AnOrganisation, anOrganisation } from '../factories/identity.ts';
import { TestSmtp } from '../kit/smtp-server.ts';
import { TestApp } from '../kit/test-app.ts';
import { until } from '../kit/until.ts';

const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
const CHROME =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
const [OPENED, DAY_FIVE] = ['2026-09-01T09:00:00Z', '2026-09-06T09:00:00Z'];

let app: TestApp;
let smtp: TestSmtp;
let northgate: AnOrganisation;
let version: APublishedVersion;
let learner: AMember;
let email: string;

beforeAll(async () => {
  smtp = await TestSmtp.start();
  app = await TestApp.start({ smtpUrl: smtp.url, publicUrl: 'https://rounds.trust.test' });
  northgate = await app.system((tx) => anOrganisation(tx));
});
afterAll(async () => {
  await app.stop();
  await smtp.stop();
});
beforeEach(async () => {
  app.clock.set(OPENED);
  learner = await aMember(app, northgate, { givenName: 'Rowan' });
  version = await aPublishedVersion(app);
  email = `${learner.personId}@rounds.test`;
  await uses(SAFARI);
  await open();
});

const uses = (userAgent: string) =>
  app.system((tx) => tx.rows('UPDATE session SET user_agent = $2 WHERE person_id = $1', [learner.personId, userAgent]));
const opening = (of: APublishedVersion = version) =>
  anEvent(of, { kind: 'module-opened', at: app.clock.now().toISOString() });
const open = (of: APublishedVersion = version) => sendEvents(app, learner, [opening(of)]);
const titleOf = ({ moduleId }: APublishedVersion): string => `Module ${moduleId.slice(0, 8)}`;
const look = () => app.nest.get(WarnOfStorage).run();

/** Openings the learner was warned of. */
const warned = () =>
  app.system((tx) =>
    tx.rows<{ openingId: string }>('SELECT opening_id AS "openingId" FROM storage_warning WHERE person_id = $1', [
      learner.personId,
    ]),
  );
/** The orders that wait for the learner. */
const orders = () =>
  app.system((tx) =>
    tx.rows<{ openingIds: string[] }>(
      `SELECT data #> '{data,openingIds}' AS "openingIds" FROM pgboss.job WHERE name = 'mail' AND data #>> '{data,personId}' = $1`,
      [learner.personId],
    ),
  );
/** The mail as it would be written now of all that the learner was warned of. */
const write = async () => {
  const openingIds = (await warned()).map(({ openingId }) => openingId);
  const data = { personId: learner.personId, openingIds };
  return app.system((tx) => app.nest.get(WriteStorageWarning).compose(tx, data));
};

describe('a module opened and left', () => {
  it.each([
    ['just before 5 days', '2026-09-06T08:59:59.999Z', 0],
    ['after 5 days', DAY_FIVE, 1],
    ['just before 7 days', '2026-09-08T08:59:59.999Z', 1],
    ['after 7 days, when it is too late', '2026-09-08T09:00:00Z', 0],
  ])('%s', async (_, now, count) => {
    app.clock.set(now);
    await look();
    expect(await warned()).toHaveLength(count);
    expect(await orders()).toHaveLength(count);
  });

  it('is counted from the last event of it that came', async () => {
    app.clock.set('2026-09-04T09:00:00Z');
    await sendEvents(app, learner, [anEvent(version)]);
    app.clock.set(DAY_FIVE);
    await look();
    expect(await warned()).toEqual([]);
    app.clock.set('2026-09-09T09:00:00Z');
    await look();
    expect(await warned()).toHaveLength(1);
  });

  it('is warned of once an opening, however often it is looked for', async () => {
    app.clock.set(DAY_FIVE);
    await Promise.all([look(), look()]);
    app.clock.set('2026-09-07T07:43:00Z');
    await look();
    expect(await warned()).toHaveLength(1);
    expect(await orders()).toHaveLength(1);
    await open();
    app.clock.set('2026-09-12T09:00:00Z');
    await look();
    expect(await warned()).toHaveLength(2);
    expect(await orders()).toHaveLength(2);
  });

  it('is in one mail with the others of the same person', async () => {
    const [another, fresh] = [await aPublishedVersion(app), await aPublishedVersion(app)];
    await open(another);
    app.clock.set('2026-09-04T09:00:00Z');
    await open(fresh);
    app.clock.set(DAY_FIVE);
    await look();
    expect(await orders()).toEqual([
      { openingIds: expect.arrayContaining((await warned()).map((one) => one.openingId)) },
    ]);
    const mail = await write();
    expect(mail!.text).toContain(titleOf(version));
    expect(mail!.text).toContain(titleOf(another));
    expect(mail!.text).not.toContain(titleOf(fresh));
  });

  it('is not in a mail that was ordered before it was due', async () => {
    const later = await aPublishedVersion(app);
    app.clock.forward(60);
    await open(later);
    app.clock.set(DAY_FIVE);
    await look();
    app.clock.forward(120);
    const mail = await write();
    expect(mail!.text).toContain(titleOf(version));
    expect(mail!.text).not.toContain(titleOf(later));
  });

  it.each<[string, () => Promise<unknown>]>([
    ['in a browser that forgets nothing', () => uses(CHROME)],
    ['in a browser that nobody knows', () => uses('')],
    ['and finished', () => submitted(app, learner, aTry(learner, version))],
    ['and retired since', () => app.system((tx) => retire(tx, version.versionId, app.clock.now()))],
    ['by somebody without an e-mail address', () => set('person SET email = NULL WHERE id')],
    ['by somebody who is suspended', () => set('membership SET suspended_at = now() WHERE person_id')],
    ['by somebody who has not accepted their invitation', () => set('membership SET pending = true WHERE person_id')],
  ])('%s is not warned of', async (_, change) => {
    await change();
    app.clock.set(DAY_FIVE);
    await look();
    expect(await warned()).toEqual([]);
    expect(await orders()).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['goes on', () => sendEvents(app, learner, [anEvent(version)])],
    ['finishes', () => submitted(app, learner, aTry(learner, version))],
    ['uses another browser', () => uses(CHROME)],
    ['is suspended', () => set('membership SET suspended_at = now() WHERE person_id')],
    ['loses the address', () => set('person SET email = NULL WHERE id')],
    ['finds it retired', () => app.system((tx) => retire(tx, version.versionId, app.clock.now()))],
    ['is told too late', async () => app.clock.set('2026-09-08T09:00:00Z')],
  ])('is not written of when the person %s in the meantime', async (_, change) => {
    app.clock.set(DAY_FIVE);
    await look();
    expect(await write()).not.toBeNull();
    await change();
    expect(await write()).toBeNull();
  });

  it('is still unfinished after a try that failed', async () => {
    await submitted(app, learner, aFailedTry(learner, version));
    app.clock.set(DAY_FIVE);
    await look();
    expect(await warned()).toHaveLength(1);
  });

  const set = (change: string) => app.system((tx) => tx.rows(`UPDATE ${change} = $1`, [learner.personId]));
});

describe('the mail', () => {
  it('leaves once, in plain words, with no way to sign in', async () => {
    await app.nest.get(JobQueue).startWorking();
    app.clock.set(DAY_FIVE);
    await look();
    const letter = await until('a letter', async () => smtp.letters.find(({ to }) => to.includes(email)));
    expect(letter.text).toBe(`Hello Rowan,

You have not finished:

- ${titleOf(version)}, opened on 1 September 2026

If you did more without a network, it may still be waiting on your device. Your browser may delete what Rounds keeps there after 7 days without a visit.

Open Rounds on that device, with a network, before 8 September 2026. What is waiting is then sent by itself:

https://rounds.trust.test

If nothing is waiting, you need do nothing. You get this e-mail once.
`);
    expect(letter.source).toMatch(/^Subject: Work may still be waiting on your device\r$/m);
    expect(letter.source).not.toMatch(/token|text\/html/i);
    await look();
    await new Promise((resume) => setTimeout(resume, 300));
    expect(smtp.letters.filter(({ to }) => to.includes(email))).toHaveLength(1);
  });

  it('is not ordered, and may be later, where mail cannot be sent', async () => {
    const silent = await TestApp.start({ smtpUrl: null });
    try {
      await silent.nest.get(WarnOfStorage).run();
      expect(await silent.system((tx) => tx.rows('SELECT 1 FROM storage_warning'))).toEqual([]);
    } finally {
      await silent.stop();
    }
  });
});
