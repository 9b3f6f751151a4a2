import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LearnerEvent } from '@rounds/contracts/event';
import { aTry, submitted } from '../factories/attempts.ts';
import { aPublishedVersion, type APublishedVersion, retire } from '../factories/content.ts';
import { anEvent, sendEvents, type SentEvent } from '../factories/events.ts';
import { type AMember, aMember, type AnOrganisation, anOrganisation, aSession, aUnit } from '../factories/identity.ts';
import { failInserts, statementsDuring } from '../kit/database.ts';
import { NAUGHTY } from '../kit/naughty.ts';
import { TestApp } from '../kit/test-app.ts';

let app: TestApp;
let northgate: AnOrganisation;
let fellside: AnOrganisation;
let version: APublishedVersion;
let learner: AMember;

beforeAll(async () => {
  app = await TestApp.start();
  [northgate, fellside] = await app.system(async (tx) => [await anOrganisation(tx), await anOrganisation(tx)]);
  version = await aPublishedVersion(app);
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set('2026-09-01T09:00:00Z');
  learner = await aMember(app, northgate);
});

const send = (...events: SentEvent[]) => sendEvents(app, learner, events);
const rowsOf = (table: string, member: AMember = learner) =>
  app.system((tx) =>
    tx.rows<Record<string, unknown>>(`SELECT * FROM ${table} WHERE person_id = $1`, [member.personId]),
  );
const opened = (overrides: SentEvent = {}) => anEvent(version, { kind: 'module-opened', ...overrides });
const note = (text: string, overrides: SentEvent = {}) => anEvent(version, { kind: 'note-saved', text, ...overrides });

describe('an event', () => {
  it('is kept once, with unit, organisation and both times', async () => {
    const event = note('Ask again');
    expect(await send(event)).toEqual([{ id: event['id'], outcome: 'accepted', timedBy: 'device' }]);
    app.clock.forward(10);
    expect(await send(event)).toEqual([{ id: event['id'], outcome: 'known', timedBy: 'device' }]);
    expect(await rowsOf('learner_event')).toEqual([
      expect.objectContaining({
        id: event['id'],
        unit_id: northgate.rootUnitId,
        organisation_id: northgate.organisationId,
        kind: 'note-saved',
        v: 1,
        version_id: version.versionId,
        device_id: event['deviceId'],
        seq: '1',
        occurred_at: new Date('2026-09-01T08:50:00Z'),
        received_at: new Date('2026-09-01T09:00:00Z'),
        payload: event,
      }),
    ]);
  });

  it('is known in capitals, and twice in one batch', async () => {
    const event = note('Ask again');
    const answers = await send(event, event, { ...event, id: String(event['id']).toUpperCase() });
    expect(answers.map(({ outcome }) => outcome)).toEqual(['accepted', 'known', 'known']);
    expect(await rowsOf('learner_event')).toHaveLength(1);
  });

  it('is known in whatever organisation it is sent again', async () => {
    const theirs = await aPublishedVersion(app, { organisationId: northgate.organisationId });
    const event = anEvent(theirs);
    await send(event);
    await aMember(app, fellside, { personId: learner.personId });
    const elsewhere = { ...learner, token: await aSession(app, learner.personId, fellside.organisationId) };
    expect(await sendEvents(app, elsewhere, [event])).toMatchObject([{ outcome: 'known' }]);
  });

  it('of another person under the same id is their own', async () => {
    const colleague = await aMember(app, northgate);
    const event = note('Mine');
    await send(event);
    expect(await sendEvents(app, colleague, [{ ...event, text: 'Theirs' }])).toMatchObject([{ outcome: 'accepted' }]);
    expect(await rowsOf('learner_event', colleague)).toMatchObject([{ payload: { text: 'Theirs' } }]);
  });

  it('says the time of the server', async () => {
    const { body } = await app
      .as(learner.token)
      .post('/api/v1/learner/events')
      .send({ events: [opened()] })
      .expect(200);
    expect(body.serverTime).toBe('2026-09-01T09:00:00.000Z');
  });
});

describe('every published kind and version', () => {
  const folder = new URL('../fixtures/events/', import.meta.url);
  const fixtures = readdirSync(folder).map(
    (name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))] as [string, SentEvent],
  );

  it('has a fixture', () => {
    const kinds = LearnerEvent.def.options.flatMap((option) => option.shape.kind.def.values);
    expect(new Set(fixtures.map(([, event]) => event['kind']))).toEqual(new Set(kinds));
  });

  it('is accepted for ever', async () => {
    const base = await aPublishedVersion(app);
    const items = base.markingDocument.items.map((item, i) => ({
      ...item,
      itemId: i === 3 ? '0197f2a0-0000-7000-8000-0000000000a1' : randomUUID(),
    }));
    const published = await aPublishedVersion(app, { versionId: '0197f2a0-0000-7000-8000-000000000001', items });
    const { completionId } = await submitted(app, learner, aTry(learner, published));
    const events = fixtures.map(([, event]) => ('completionId' in event ? { ...event, completionId } : event));
    expect(await send(...events)).toEqual(events.map(({ id }) => ({ id, outcome: 'accepted', timedBy: 'device' })));
    expect(await rowsOf('learner_event')).toHaveLength(fixtures.length);
  });
});

describe('a faulty event', () => {
  it.each<[string, SentEvent, string]>([
    ['an unknown kind', { kind: 'card-folded' }, 'unknown-kind'],
    ['an unknown v', { v: 2 }, 'unknown-kind'],
    ['no kind', { kind: undefined }, 'not-readable'],
    ['no v', { v: undefined }, 'not-readable'],
    ['an id that is none', { id: 'seven' }, 'not-readable'],
    ['no id', { id: undefined }, 'not-readable'],
    ['a time that is none', { at: 'yesterday' }, 'not-readable'],
    ['a negative number', { seq: -1 }, 'not-readable'],
    ['a text too long', { kind: 'note-saved', cardId: 'why-it-matters', text: 'x'.repeat(5001) }, 'not-readable'],
    ['a NUL in its text', { kind: 'note-saved', cardId: 'why-it-matters', text: 'a\0b' }, 'not-readable'],
    ['half a character', { kind: 'note-saved', cardId: 'why-it-matters', text: '\ud800' }, 'not-readable'],
    ['a version that does not exist', { versionId: randomUUID() }, 'unknown-version'],
    ['a card that does not exist', { cardId: 'gone' }, 'unknown-place'],
    [
      'the item of no check',
      { kind: 'check-answered', cardId: 'check-it', response: { itemId: randomUUID(), optionIds: ['b'] } },
      'unknown-place',
    ],
    [
      'a quiz item of no version',
      { kind: 'quiz-response-kept', tryNumber: 1, response: { itemId: randomUUID(), optionIds: [] } },
      'unknown-place',
    ],
    [
      'a place that does not exist',
      { kind: 'problem-reported', place: { kind: 'card', cardId: 'gone' }, text: 'Here' },
      'unknown-place',
    ],
    [
      'a completion that does not exist',
      { kind: 'reflection-saved', completionId: randomUUID(), learnt: 'a', means: 'b', willDo: 'c' },
      'not-yours',
    ],
  ])('with %s is set aside with its reason, once, and blocks nothing', async (_, change, reason) => {
    const [before, after] = [anEvent(version), anEvent(version)];
    const faulty = anEvent(version, change);
    const id = typeof faulty['id'] === 'string' ? faulty['id'] : '';
    expect(await send(before, faulty, after)).toEqual([
      { id: before['id'], outcome: 'accepted', timedBy: 'device' },
      { id, outcome: 'set-aside', reason },
      { id: after['id'], outcome: 'accepted', timedBy: 'device' },
    ]);
    expect(await send(faulty)).toEqual([{ id, outcome: 'set-aside', reason }]);
    expect(await rowsOf('event_set_aside')).toMatchObject([
      { event_id: id, reason, organisation_id: northgate.organisationId },
    ]);
    expect(await rowsOf('learner_event')).toHaveLength(2);
  });

  it('with other content under a known id leaves the first as it was', async () => {
    const event = note('First');
    await send(event);
    expect(await send({ ...event, text: 'Second' })).toEqual([
      { id: event['id'], outcome: 'set-aside', reason: 'id-used-for-other-content' },
    ]);
    const twin = note('Third');
    expect((await send(twin, { ...twin, text: 'Fourth' })).map(({ outcome }) => outcome)).toEqual([
      'accepted',
      'set-aside',
    ]);
    expect((await rowsOf('learner_event')).map(({ payload }) => payload)).toEqual([event, twin]);
    expect(
      (await rowsOf('event_set_aside')).map(({ payload }) => String((payload as SentEvent)['text'])).toSorted(),
    ).toEqual(['Fourth', 'Second']);
  });

  it('of another organisation’s version is set aside', async () => {
    const theirs = await aPublishedVersion(app, { organisationId: fellside.organisationId });
    expect(await send(anEvent(theirs))).toMatchObject([{ outcome: 'set-aside', reason: 'unknown-version' }]);
  });

  it('nested beyond reason is kept as far as is useful', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const text = `{"events":[{"id":"deep","kind":"card-viewed","v":1,"cardId":${deep}}]}`;
    const { body } = await app
      .as(learner.token)
      .post('/api/v1/learner/events')
      .set('content-type', 'application/json')
      .send(text)
      .expect(200);
    expect(body.answers).toEqual([{ id: 'deep', outcome: 'set-aside', reason: 'not-readable' }]);
  });
});

describe('opening a module', () => {
  const starts = () => rowsOf('module_start');

  it('starts it once', async () => {
    await send(opened({ at: '2026-09-01T08:50:00Z' }), opened({ at: '2026-09-01T08:40:00Z' }));
    await send(opened({ at: '2026-09-01T08:58:00Z' }));
    expect(await starts()).toMatchObject([
      { module_id: version.moduleId, version_id: version.versionId, started_at: new Date('2026-09-01T08:40:00Z') },
    ]);
  });

  it('keeps unit and staff group as at the time', async () => {
    const unitId = await app.system((tx) =>
      aUnit(tx, { organisationId: northgate.organisationId, parent: northgate.rootUnitId }),
    );
    await app.system(async (tx) => {
      await tx.rows(`UPDATE post SET ends_on = '2026-08-31' WHERE person_id = $1`, [learner.personId]);
      await tx.rows(
        `INSERT INTO post (id, person_id, organisation_id, unit_id, title, staff_group, starts_on) VALUES ($1, $2, $3, $4, 'Clerk', 'Administration', '2026-09-01')`,
        [randomUUID(), learner.personId, northgate.organisationId, unitId],
      );
    });
    const [first, second] = [await aPublishedVersion(app), await aPublishedVersion(app)];
    await send(
      anEvent(first, { kind: 'module-opened', at: '2026-08-31T12:00:00Z' }),
      anEvent(second, { kind: 'module-opened' }),
    );
    const byModule = new Map((await starts()).map((row) => [row['module_id'], row]));
    expect(byModule.get(first.moduleId)).toMatchObject({ unit_id: northgate.rootUnitId, staff_group: 'Nursing' });
    expect(byModule.get(second.moduleId)).toMatchObject({ unit_id: unitId, staff_group: 'Administration' });
  });

  it('starts it in each organisation', async () => {
    await aMember(app, fellside, { personId: learner.personId });
    const elsewhere = { ...learner, token: await aSession(app, learner.personId, fellside.organisationId) };
    await send(opened());
    await sendEvents(app, elsewhere, [opened()]);
    expect((await starts()).map((row) => String(row['organisation_id'])).toSorted()).toEqual(
      [northgate.organisationId, fellside.organisationId].toSorted(),
    );
  });

  it('does not start a version that was retired by then', async () => {
    const old = await aPublishedVersion(app);
    await app.system((tx) => retire(tx, old.versionId, new Date('2026-08-30T12:00:00Z')));
    expect(await send(anEvent(old, { kind: 'module-opened' }))).toMatchObject([{ outcome: 'accepted' }]);
    expect(await starts()).toEqual([]);
  });
});

describe('a reflection', () => {
  const reflect = (completionId: string | null, learnt: string) =>
    anEvent(version, {
      kind: 'reflection-saved',
      versionId: undefined,
      completionId,
      learnt,
      means: 'For them',
      willDo: 'On Monday',
    });

  it('is kept beside one’s own completion; a second text leaves the first', async () => {
    const { completionId } = await submitted(app, learner, aTry(learner, version));
    await send(reflect(completionId, 'One'), reflect(completionId, 'Two'));
    expect((await rowsOf('reflection')).map(({ learnt, means, will_do }) => [learnt, means, will_do])).toEqual([
      ['One', 'For them', 'On Monday'],
      ['Two', 'For them', 'On Monday'],
    ]);
  });

  it.each(['colleague', 'stranger'])('on the completion of a %s is set aside', async (who) => {
    const other = await aMember(app, who === 'colleague' ? northgate : fellside);
    const { completionId } = await submitted(app, other, aTry(other, version));
    expect(await send(reflect(completionId, 'Not mine'))).toMatchObject([
      { outcome: 'set-aside', reason: 'not-yours' },
    ]);
    expect(await rowsOf('reflection')).toEqual([]);
  });
});

describe('a reported problem', () => {
  it('reaches the educators’ list with its place and version', async () => {
    const itemId = version.markingDocument.items[0]!.itemId;
    const report = anEvent(version, {
      kind: 'problem-reported',
      place: { kind: 'item', itemId },
      text: 'The key looks wrong',
    });
    await send(report);
    await send(report);
    expect(await rowsOf('problem_report')).toMatchObject([
      {
        version_id: version.versionId,
        place: { kind: 'item', itemId },
        text: 'The key looks wrong',
        organisation_id: northgate.organisationId,
        unit_id: northgate.rootUnitId,
      },
    ]);
  });
});

describe('a batch', () => {
  it('takes 200 events and no more, and asks the database no more often for them', async () => {
    const statementsFor = async (count: number): Promise<number> => {
      const kinds = ['module-opened', 'card-viewed', 'problem-reported'];
      const events = Array.from({ length: count }, (_, i) =>
        anEvent(version, {
          kind: kinds[i % 3],
          seq: i,
          ...(i % 3 === 2 && { place: { kind: 'card', cardId: 'decide' }, text: `Problem ${i}` }),
        }),
      );
      return statementsDuring(async () =>
        expect((await send(...events)).every(({ outcome }) => outcome === 'accepted')).toBe(true),
      );
    };
    const few = await statementsFor(3);
    expect(few).toBeGreaterThan(5);
    expect(await statementsFor(200)).toBe(few);
    const { body } = await app
      .as(learner.token)
      .post('/api/v1/learner/events')
      .send({ events: Array(201).fill({}) })
      .expect(400);
    expect(body).toMatchObject({ code: 'invalid-request', faults: [{ field: 'events' }] });
  });

  it.each([
    ['none', []],
    ['no list', 'all'],
    ['no objects', [7]],
  ])('with %s is refused and changes nothing', async (_, events) => {
    const { body } = await app.as(learner.token).post('/api/v1/learner/events').send({ events }).expect(400);
    expect(body.code).toBe('invalid-request');
    expect(await rowsOf('event_set_aside')).toEqual([]);
  });

  it('sent twice at once is kept once, and neither sending fails', async () => {
    for (let round = 0; round < 10; round += 1) {
      const events = Array.from({ length: 20 }, (_, seq) => anEvent(version, { seq }));
      const answers = await Promise.all([send(...events), send(...events.toReversed())]);
      const accepted = answers.flat().filter(({ outcome }) => outcome === 'accepted');
      expect(accepted).toHaveLength(20);
      expect(answers.flat().every(({ outcome }) => outcome !== 'set-aside')).toBe(true);
    }
  });

  it('is all or nothing', async () => {
    const mend = await failInserts(app, 'problem_report');
    const batch = [
      anEvent(version),
      anEvent(version, { v: 9 }),
      anEvent(version, { kind: 'problem-reported', place: { kind: 'card', cardId: 'decide' }, text: 'Here' }),
    ];
    await app.as(learner.token).post('/api/v1/learner/events').send({ events: batch }).expect(500);
    await mend();
    expect(await rowsOf('learner_event')).toEqual([]);
    expect(await rowsOf('event_set_aside')).toEqual([]);
    expect((await send(...batch)).map(({ outcome }) => outcome)).toEqual(['accepted', 'set-aside', 'accepted']);
  });
});

describe('naughty text', () => {
  const keepable = NAUGHTY.filter((text) => text.isWellFormed() && !text.includes('\0'));

  it.each(['note-saved', 'reflection-saved', 'problem-reported'])(
    'in %s comes back as it was written',
    async (kind) => {
      const { completionId } = await submitted(app, learner, aTry(learner, version));
      const events = keepable.map((text) =>
        anEvent(version, {
          kind,
          text,
          learnt: text,
          means: text,
          willDo: text,
          completionId,
          place: { kind: 'card', cardId: 'decide' },
        }),
      );
      expect((await send(...events)).every(({ outcome }) => outcome === 'accepted')).toBe(true);
      const [table, column]: string[] = {
        'note-saved': ['learner_event', 'payload'],
        'reflection-saved': ['reflection', 'learnt'],
        'problem-reported': ['problem_report', 'text'],
      }[kind]!;
      const kept = (await rowsOf(table!)).map((row) =>
        kind === 'note-saved' ? (row['payload'] as SentEvent)['text'] : row[column!],
      );
      expect(kept.map(String).toSorted()).toEqual(keepable.toSorted());
    },
  );

  it('in any other field is set aside or kept, and never a fault of ours', async () => {
    const fields = [
      'id',
      'kind',
      'v',
      'deviceId',
      'seq',
      'at',
      'zone',
      'versionId',
      'cardId',
      'nodeId',
      'choiceId',
      'constructor',
    ];
    for (const field of fields) {
      const events = NAUGHTY.map((text) =>
        anEvent(version, { kind: 'scenario-chosen', cardId: 'decide', nodeId: 'n', choiceId: 'c', [field]: text }),
      );
      const answers = await send(...events);
      expect(answers.every(({ outcome }) => outcome === 'accepted' || outcome === 'set-aside')).toBe(true);
    }
  });
});
