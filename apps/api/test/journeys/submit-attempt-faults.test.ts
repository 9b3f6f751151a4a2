import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AttemptBody } from '@rounds/contracts/attempt';
import type { MarkingItem, Response } from '@rounds/contracts/item';
import { aFailedTry, aTry, drawnFor, submitted } from '../factories/attempts.ts';
import { aPublishedVersion, type APublishedVersion } from '../factories/content.ts';
import { type AMember, aMember, type AnOrganisation, anOrganisation, aSession } from '../factories/identity.ts';
import { failInserts, statementsDuring } from '../kit/database.ts';
import { NAUGHTY } from '../kit/naughty.ts';
import { TestApp } from '../kit/test-app.ts';

const ATTEMPTS = '/api/v1/learner/attempts';
const RECORDS = [
  'attempt',
  'mark',
  'completion',
  'cpd_record',
  'module_start',
  'learner_event',
  'event_set_aside',
  'statement_outbox',
];
let app: TestApp;
let northgate: AnOrganisation;
let version: APublishedVersion;
let learner: AMember;

beforeAll(async () => {
  app = await TestApp.start({ databasePool: 16 });
  northgate = await app.system((tx) => anOrganisation(tx));
  version = await aPublishedVersion(app);
});
afterAll(() => app.stop());
beforeEach(async () => {
  learner = await aMember(app, northgate);
});

const post = (body: string | object, member = learner) => app.as(member.token).post(ATTEMPTS).send(body);
const counts = () =>
  app.system((tx) =>
    tx.composed<Record<string, number>>(
      RECORDS.map((table) => `SELECT '${table}' AS name, count(*)::int AS rows FROM ${table}`).join(' UNION ALL '),
      [],
    ),
  );
const countOf = async (table: string, member = learner) =>
  (await app.system((tx) => tx.rows(`SELECT 1 FROM ${table} WHERE person_id = $1`, [member.personId]))).length;

/** Runs a request that must be refused, and holds every table to what it was. */
async function changesNothing<T>(request: () => Promise<T>): Promise<T> {
  const before = await counts();
  const answer = await request();
  expect(await counts()).toEqual(before);
  return answer;
}

describe('answers that do not fit', () => {
  const ofKind = (kind: MarkingItem['kind']) => drawnFor(learner, version).findIndex((item) => item.kind === kind);
  type Change = (body: AttemptBody) => Response[];
  const at = (body: AttemptBody, index: number, change: Partial<Response>): Response[] =>
    body.responses.map((response, i) => (i === index ? { ...response, ...change } : response));

  it.each<[string, Change, number, string, RegExp]>([
    ['an unknown item', (body) => at(body, 2, { itemId: randomUUID() }), 422, 'unknown-item', /^responses\.2\.itemId$/],
    [
      'an item outside the draw',
      (body) => at(body, 1, { itemId: undrawn() }),
      422,
      'item-outside-draw',
      /^responses\.1\.itemId$/,
    ],
    [
      'an item of another try',
      (body) => [...body.responses.slice(1), { itemId: undrawn(), optionIds: ['a'], pairs: [] }],
      422,
      'item-outside-draw',
      /^responses\.5\.itemId$/,
    ],
    [
      'an option of another item',
      (body) => at(body, ofKind('multiple-response'), { optionIds: ['a', 'of-another-item'] }),
      422,
      'unknown-option',
      /^responses\.\d\.optionIds\.1$/,
    ],
    [
      'two options for a single best answer',
      (body) => at(body, ofKind('single-best-answer'), { optionIds: ['a', 'b'] }),
      422,
      'too-many-options',
      /^responses\.\d\.optionIds$/,
    ],
    [
      'an option twice',
      (body) => at(body, ofKind('multiple-response'), { optionIds: ['a', 'a'] }),
      422,
      'too-many-options',
      /^responses\.\d\.optionIds$/,
    ],
    [
      'more options than offered',
      (body) => at(body, ofKind('ordering'), { optionIds: ['a', 'b', 'c', 'd', 'a'] }),
      422,
      'too-many-options',
      /^responses\.\d\.optionIds$/,
    ],
    [
      'more options than anything offers',
      (body) => at(body, 0, { optionIds: Array(13).fill('a') }),
      400,
      'invalid-request',
      /^responses\.0\.optionIds$/,
    ],
    [
      'an item answered twice',
      (body) => [...body.responses, body.responses[0]!],
      400,
      'invalid-request',
      /^responses\.6\.itemId$/,
    ],
    [
      'more answers than any quiz has',
      (body) => Array(21).fill(body.responses[0]!),
      400,
      'invalid-request',
      /^responses$/,
    ],
  ])('%s: refused, naming the field', async (_, change, status, code, field) => {
    const member = await aMemberWhoDrawsEveryKind();
    const body = aTry(member, version);
    const { body: problem } = await changesNothing(() =>
      post({ ...body, responses: change(body) }, member)
        .expect(status)
        .expect('content-type', /problem\+json/),
    );
    expect(problem).toMatchObject({ code, faults: [{ field: expect.stringMatching(field) }] });
  });

  async function aMemberWhoDrawsEveryKind(): Promise<AMember> {
    for (;;) {
      learner = await aMember(app, northgate);
      if (new Set(drawnFor(learner, version).map(({ kind }) => kind)).size === 4) return learner;
    }
  }

  function undrawn(): string {
    const drawn = new Set(drawnFor(learner, version).map(({ itemId }) => itemId));
    return version.markingDocument.items.find(({ itemId }) => !drawn.has(itemId))!.itemId;
  }

  it('answers of another try are outside this one', async () => {
    const body = { ...aTry(learner, version, { tryNumber: 2 }), tryNumber: 1 };
    const { body: problem } = await changesNothing(() => post(body).expect(422));
    expect(problem.code).toBe('item-outside-draw');
  });

  it.each([
    ['attemptId', 'seven'],
    ['attemptId', undefined],
    ['versionId', 'seven'],
    ['tryNumber', 0],
    ['tryNumber', 1.5],
    ['tryNumber', 100_001],
    ['tryNumber', '1'],
    ['responses', {}],
    ['deviceId', 7],
    ['seq', -1],
    ['at', '2026-09-01'],
    ['at', '2026-13-01T00:00:00Z'],
    ['zone', 'x'.repeat(65)],
    ['zone', null],
  ])('%s as %j: refused, naming the field', async (field, value) => {
    const { body } = await changesNothing(() => post({ ...aTry(learner, version), [field]: value }).expect(400));
    expect(body).toMatchObject({ code: 'invalid-request', faults: [{ field }] });
  });
});

describe('a body that is none', () => {
  const typed = (type: string, body: string) =>
    app.as(learner.token).post(ATTEMPTS).set('content-type', type).send(body);

  it.each([
    ['cut off', '{"attemptId":'],
    ['empty', ''],
    ['two documents', '{}{}'],
    ['not JSON', 'attemptId=1'],
    ['a poisoned prototype', '{"__proto__":{"admin":true}}'],
  ])('%s: malformed', async (_, body) => {
    const { body: problem } = await changesNothing(() => typed('application/json', body).expect(400));
    expect(problem.code).toBe('malformed-json');
  });

  it.each(['null', '7', '"text"', '[]', 'true'])('%s: invalid', async (body) => {
    const { body: problem } = await changesNothing(() => typed('application/json', body).expect(400));
    expect(problem.code).toBe('invalid-request');
  });

  it('of 10 MB: too large', async () => {
    const body = JSON.stringify({ ...aTry(learner, version), padding: 'x'.repeat(10_000_000) });
    const { body: problem } = await changesNothing(() => typed('application/json', body).expect(413));
    expect(problem.code).toBe('body-too-large');
  });

  it.each(['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/octet-stream'])(
    'as %s: not taken',
    async (type) => {
      const { body: problem } = await changesNothing(() =>
        typed(type, JSON.stringify(aTry(learner, version))).expect(415),
      );
      expect(problem.code).toBe('unsupported-content-type');
    },
  );
});

describe('naughty text', () => {
  it.each(['attemptId', 'versionId', 'deviceId', 'at'])('in %s is refused and changes nothing', async (field) => {
    await changesNothing(async () => {
      for (const text of NAUGHTY) expect((await post({ ...aTry(learner, version), [field]: text })).status).toBe(400);
    });
  });

  it('in an answer is refused and changes nothing', async () => {
    await changesNothing(async () => {
      for (const text of NAUGHTY) {
        const body = aTry(learner, version);
        const [first, ...others] = body.responses;
        for (const change of [
          { itemId: text },
          { optionIds: [text] },
          { pairs: [{ promptId: text, optionId: text }] },
          { certainty: text },
        ]) {
          const { status, body: problem } = await post({ ...body, responses: [{ ...first, ...change }, ...others] });
          expect([400, 422]).toContain(status);
          expect(problem.faults[0].field).toMatch(/^responses\.0\./);
        }
      }
    });
  });

  it('as a zone is refused, or the organisation’s zone stands in', async () => {
    for (const text of NAUGHTY) {
      const member = await aMember(app, northgate);
      const { status } = await post(aTry(member, version, { zone: text }), member);
      const refused = text.length > 64 || text.includes('\0') || !text.isWellFormed();
      expect([text, status]).toEqual([text, refused ? 400 : 200]);
      expect(
        await app.system((tx) => tx.rows('SELECT zone FROM completion WHERE person_id = $1', [member.personId])),
      ).toEqual(refused ? [] : [{ zone: 'Europe/London' }]);
    }
  });
});

describe('several at once', () => {
  it('two different tries credit once, and neither fails', async () => {
    for (let round = 0; round < 15; round += 1) {
      const member = await aMember(app, northgate);
      const results = await Promise.all(
        [1, 2].map((tryNumber) => submitted(app, member, aTry(member, version, { tryNumber }))),
      );
      expect(results.map(({ credit }) => credit.outcome).toSorted()).toEqual(['awarded', 'not-awarded']);
      expect(results[0]!.completionId).toBe(results[1]!.completionId);
      expect(await countOf('completion', member)).toBe(1);
      expect(await countOf('cpd_record', member)).toBe(1);
    }
  });

  it('the same try twice has one answer', async () => {
    for (let round = 0; round < 15; round += 1) {
      const member = await aMember(app, northgate);
      const body = aTry(member, version, { wrong: round % 2 });
      const [first, second] = await Promise.all([submitted(app, member, body), submitted(app, member, body)]);
      expect(second).toEqual(first);
      expect(await countOf('attempt', member)).toBe(1);
    }
  });

  it('other content under the same id: one is taken, one set aside', async () => {
    for (let round = 0; round < 10; round += 1) {
      const member = await aMember(app, northgate);
      const body = aTry(member, version);
      const answers = await Promise.all([post(body, member), post({ ...body, responses: [] }, member)]);
      expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409']);
      expect(await countOf('attempt', member)).toBe(1);
      expect(await countOf('event_set_aside', member)).toBe(1);
    }
  });

  it('one person in two organisations is credited once', async () => {
    const fellside = await app.system((tx) => anOrganisation(tx));
    for (let round = 0; round < 10; round += 1) {
      const member = await aMember(app, northgate);
      await aMember(app, fellside, { personId: member.personId });
      const there = { ...member, token: await aSession(app, member.personId, fellside.organisationId) };
      const results = await Promise.all([
        submitted(app, member, aTry(member, version)),
        submitted(app, there, aTry(member, version)),
      ]);
      expect(results.map(({ credit }) => credit.outcome).toSorted()).toEqual(['awarded', 'not-awarded']);
      expect(await countOf('completion', member)).toBe(2);
      expect(await countOf('cpd_record', member)).toBe(1);
    }
  });

  it('ten tries of one person and ten of others all have their answers', async () => {
    const others = await Promise.all(Array.from({ length: 10 }, () => aMember(app, northgate)));
    const tries = [
      ...Array.from({ length: 10 }, (_, i) =>
        submitted(app, learner, aFailedTry(learner, version, { tryNumber: i + 1 })),
      ),
      ...others.map((member) => submitted(app, member, aTry(member, version))),
    ];
    expect((await Promise.all(tries)).filter(({ passed }) => passed)).toHaveLength(10);
    expect(await countOf('attempt')).toBe(10);
  });
});

describe('all or nothing', () => {
  it.each(['mark', 'module_start', 'completion', 'cpd_record', 'statement_outbox'])(
    'keeps nothing when %s cannot be written, and takes the try afterwards',
    async (table) => {
      const body = aTry(learner, version);
      const mend = await failInserts(app, table);
      const { body: problem } = await changesNothing(() => post(body).expect(500));
      expect(problem).toMatchObject({ code: 'unexpected' });
      expect(JSON.stringify(problem)).not.toContain('as the test asked');
      await mend();
      expect(await submitted(app, learner, body)).toMatchObject({ passed: true, credit: { outcome: 'awarded' } });
    },
  );
});

describe('in demo mode', () => {
  it('an unreviewed version earns minutes, and its record says that nobody reviewed it', async () => {
    const demo = await TestApp.start({ demo: true });
    try {
      const [organisation, unread] = [
        await demo.system((tx) => anOrganisation(tx)),
        await aPublishedVersion(demo, { reviewedBy: null }),
      ];
      const member = await aMember(demo, organisation);
      expect(await submitted(demo, member, aTry(member, unread))).toMatchObject({
        credit: { outcome: 'awarded', creditMinutes: 6 },
      });
      expect(await demo.system((tx) => tx.rows('SELECT reviewed_by FROM cpd_record'))).toEqual([{ reviewed_by: null }]);
    } finally {
      await demo.stop();
    }
  });
});

describe('what it costs', () => {
  it('is one look-up of the session and nine messages to the database', async () => {
    await submitted(app, learner, aFailedTry(learner, version));
    const second = aTry(learner, version, { tryNumber: 2 });
    expect(await statementsDuring(() => submitted(app, learner, second))).toBe(10);
  });
});
