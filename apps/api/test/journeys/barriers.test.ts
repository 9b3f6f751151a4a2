import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Today } from '@rounds/contracts/today';
import { aTry, submitted } from '../factories/attempts.ts';
import { aPublishedVersion, type APublishedVersion, retire } from '../factories/content.ts';
import { anEvent, sendEvents, type SentEvent } from '../factories/events.ts';
import { type AMember, aMember, type AnOrganisation, anOrganisation, aSession, aUnit } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';

let app: TestApp;
let northgate: AnOrganisation;
let learner: AMember;
let version: APublishedVersion;

beforeAll(async () => {
  app = await TestApp.start();
  version = await aPublishedVersion(app);
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set('2026-09-10T09:00:00Z');
  northgate = await app.system((tx) => anOrganisation(tx));
  learner = await aMember(app, northgate);
});

const answered = (choices: unknown, overrides: SentEvent = {}): SentEvent =>
  anEvent(version, { kind: 'barrier-answered', choices, at: app.clock.now().toISOString(), ...overrides });
const skipped = (): SentEvent => anEvent(version, { kind: 'barrier-skipped', at: app.clock.now().toISOString() });
const send = (member: AMember, ...events: SentEvent[]) => sendEvents(app, member, events);

type Answer = { choices: string[]; month: string; unit_id: string; staff_group: string };
const answers = (organisationId = northgate.organisationId): Promise<Answer[]> =>
  app.system((tx) =>
    tx.rows('SELECT choices, month::text, unit_id, staff_group FROM barrier_answer WHERE organisation_id = $1', [
      organisationId,
    ]),
  );

const ADD = 'SELECT add_barrier_answer($1, $2, $3, $4, $5)';
/** As PostgreSQL keeps them: by which transaction, and where. */
const written = () =>
  app.system((tx) =>
    tx.rows<{ xmin: string; place: string; choice: string; id: string }>(
      `SELECT xmin::text, ctid::text AS place, choices[1] AS choice, id FROM barrier_answer
       WHERE organisation_id = $1 ORDER BY ctid`,
      [northgate.organisationId],
    ),
  );

describe('an answer', () => {
  it('is kept with unit, staff group and month, and without the person', async () => {
    const unitId = await app.system((tx) =>
      aUnit(tx, { organisationId: northgate.organisationId, parent: northgate.rootUnitId }),
    );
    const nurse = await aMember(app, northgate, { unitId });
    expect(await send(nurse, answered(['time', 'network']))).toMatchObject([{ outcome: 'accepted' }]);
    expect(await answers()).toMatchObject([{ choices: ['network', 'time'], month: '2026-09-01', unit_id: unitId }]);
    const [row] = await app.system((tx) =>
      tx.rows<object>('SELECT * FROM barrier_answer WHERE organisation_id = $1', [northgate.organisationId]),
    );
    expect(Object.keys(row!).toSorted()).toEqual([
      'choices',
      'id',
      'month',
      'organisation_id',
      'staff_group',
      'unit_id',
    ]);
  });

  it('stands nowhere beside the person: not in the log, and not in what was set aside', async () => {
    await send(
      learner,
      answered(['device']),
      answered(['device'], { versionId: randomUUID() }),
      answered(['device', 'weather']),
      answered(['device'], { v: 2 }),
    );
    const kept = await app.system((tx) =>
      tx.rows<{ text: string }>(
        `SELECT payload::text AS text FROM learner_event WHERE person_id = $1
         UNION ALL SELECT payload::text FROM event_set_aside WHERE person_id = $1`,
        [learner.personId],
      ),
    );
    expect(kept).toHaveLength(4);
    expect(kept.filter(({ text }) => /choices|"device"|weather/.test(text))).toEqual([]);
    expect(await answers()).toMatchObject([{ choices: ['device'] }]);
  });

  it('sent again is known and counts once, in another order too', async () => {
    const event = answered(['time', 'other']);
    await send(learner, event);
    expect(await send(learner, event)).toMatchObject([{ outcome: 'known' }]);
    expect(await send(learner, { ...event, choices: ['other', 'time'] })).toMatchObject([{ outcome: 'known' }]);
    expect(await answers()).toHaveLength(1);
  });

  it('counts once a person and month, by the log; a new month counts again', async () => {
    await send(learner, answered(['time']), answered(['device']));
    await send(learner, answered(['network']));
    expect(await answers()).toMatchObject([{ choices: ['time'] }]);
    app.clock.set('2026-09-30T23:30:00Z');
    await send(learner, answered(['sign-in']));
    expect(await answers()).toMatchObject([{ choices: ['time'] }, { choices: ['sign-in'], month: '2026-10-01' }]);
  });

  it('counts once a month in whichever organisation', async () => {
    const fellside = await app.system((tx) => anOrganisation(tx));
    await aMember(app, fellside, { personId: learner.personId });
    const token = await aSession(app, learner.personId, fellside.organisationId);
    await send(learner, answered(['time']));
    await send({ ...learner, token }, answered(['time']));
    expect(await answers()).toHaveLength(1);
    expect(await answers(fellside.organisationId)).toEqual([]);
  });

  it('that was skipped is none', async () => {
    await send(learner, skipped());
    expect(await answers()).toEqual([]);
  });

  it('at the same moment as another person’s is not lost, and stands out no more than theirs', async () => {
    const { organisationId, rootUnitId } = northgate;
    let begun = (): void => undefined;
    const isBegun = new Promise<void>((resolve) => (begun = resolve));
    const slow = app.system(async (tx) => {
      await tx.rows(ADD, [organisationId, rootUnitId, '', '2026-09-01', ['other']]);
      begun();
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    await isBegun;
    await Promise.all([slow, send(learner, answered(['confidence']))]);
    const rows = await written();
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1);
  });
});

describe('what PostgreSQL itself shows', () => {
  it('tells no answer of a month from another: one transaction wrote all, under new ids', async () => {
    const choices = ['time', 'device', 'sign-in', 'network', 'confidence', 'other'];
    let before: string[] = [];
    for (const choice of choices) {
      await send(await aMember(app, northgate), answered([choice]));
      const rows = await written();
      expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1);
      expect(rows.filter(({ id }) => before.includes(id))).toEqual([]);
      before = rows.map(({ id }) => id);
    }
    expect((await written()).map(({ choice }) => choice).toSorted()).toEqual(choices.toSorted());
  });

  it('does not tell the last to come by its place', async () => {
    const first = await aMember(app, northgate);
    await send(first, answered(['time']));
    const lastPlaces = new Set<number>();
    for (let n = 0; n < 20; n += 1) {
      const choice = n % 2 === 0 ? 'device' : 'network';
      await send(await aMember(app, northgate), answered([choice]));
      lastPlaces.add((await written()).findIndex((row) => row.choice === 'time'));
    }
    // The first to come would stay at the first place, were the order kept.
    expect(lastPlaces.size).toBeGreaterThan(3);
  });

  it('is open to nobody in the product, and to no other writing', async () => {
    await send(learner, answered(['time']));
    const lead = await aMember(app, northgate, { roles: [{ role: 'cpd-lead' }, { role: 'administrator' }] });
    for (const member of [learner, lead])
      expect(await app.db.read(member, (tx) => tx.rows('SELECT * FROM barrier_answer'))).toEqual([]);
    for (const statement of ['DELETE FROM barrier_answer', `UPDATE barrier_answer SET staff_group = 'x'`])
      await expect(app.system((tx) => tx.rows(statement))).rejects.toThrow(/permission denied/);
    const other = await app.system((tx) => anOrganisation(tx));
    const adding = app.db.transaction(learner, (tx) =>
      tx.rows(ADD, [other.organisationId, other.rootUnitId, '', '2026-09-01', ['time']]),
    );
    await expect(adding).rejects.toThrow('belongs to the organisation');
  });
});

describe('when it is asked', () => {
  const leftOff = async (member = learner): Promise<Today['leftOff']> =>
    (await app.as(member.token).get('/api/v1/learner/today').expect(200)).body.leftOff;
  const daysAgo = (days: number): string => new Date(app.clock.now().getTime() - days * 86_400_000).toISOString();
  const seen = (days: number, of = version) => send(learner, anEvent(of, { at: daysAgo(days) }));

  it('is a week after a module was left', async () => {
    await seen(6);
    expect(await leftOff()).toBeNull();
    app.clock.forward(2 * 24 * 60);
    expect(await leftOff()).toEqual({
      versionId: version.versionId,
      title: version.learnerDocument.title,
      lastOn: '2026-09-04',
    });
  });

  it('is not after eight weeks', async () => {
    await seen(60);
    expect(await leftOff()).toBeNull();
  });

  it.each([
    ['answered', () => answered(['time'])],
    ['skipped', () => skipped()],
  ])('is not again once it was %s, for this module and for this month', async (_, reply) => {
    const other = await aPublishedVersion(app);
    await seen(9, other);
    await seen(8);
    expect(await leftOff()).toMatchObject({ versionId: version.versionId });
    await send(learner, reply());
    expect(await leftOff()).toBeNull();
    app.clock.set('2026-10-05T09:00:00Z');
    expect(await leftOff()).toMatchObject({ versionId: other.versionId });
  });

  it('is not of a module that was finished or withdrawn, nor one whose question alone was answered', async () => {
    await seen(8);
    await submitted(app, learner, aTry(learner, version, { at: daysAgo(8) }));
    const withdrawn = await aPublishedVersion(app);
    await seen(8, withdrawn);
    await app.system((tx) => retire(tx, withdrawn.versionId, app.clock.now()));
    const asked = await aPublishedVersion(app);
    await send(learner, anEvent(asked, { kind: 'confidence-given', when: 'before', confidence: 2, at: daysAgo(8) }));
    expect(await leftOff()).toBeNull();
  });

  it('is nobody else’s', async () => {
    await seen(8);
    expect(await leftOff(await aMember(app, northgate))).toBeNull();
  });
});
