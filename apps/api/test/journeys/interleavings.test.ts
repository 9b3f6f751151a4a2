import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AttemptBody } from '@rounds/contracts/attempt';
import type { LearnerEvent } from '@rounds/contracts/event';
import type { HandInAnswer } from '@rounds/contracts/hand-in';
import type { VersionState } from '@rounds/contracts/version';
import { deriveProgress } from '@rounds/rules/derive-progress';
import fc from 'fast-check';
import { aTry } from '../factories/attempts.ts';
import { type APublishedVersion, aPublishedVersion } from '../factories/content.ts';
import { aHandIn, handInContent } from '../factories/hand-ins.ts';
import { type AMember, aMember, type AnOrganisation, anOrganisation } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';

/** Milliseconds after which no further interleaving is begun. */
const LONG_ENOUGH = 12_000;
const MOST = 150;
const CARDS = ['why-it-matters', 'check-it', 'decide'];
const CHECK_ITEM = '6c1f6f4e-5a3c-4b52-8a94-1f6c7a1d2e30';
const FAULTS = [
  'none',
  'request lost',
  'answer lost',
  'answer heard by half',
  'doubled in the batch',
  'sent twice at once',
  'both devices at once',
  'by hand-in file',
  'by hand-in file, twice at once',
] as const;
type Fault = (typeof FAULTS)[number];

let app: TestApp;
let northgate: AnOrganisation;
let version: APublishedVersion;
const tried = new Map<Fault, number>(FAULTS.map((fault) => [fault, 0]));
const told = { interleavings: 0, requests: 0, actions: 0 };

beforeAll(async () => {
  app = await TestApp.start();
  northgate = await app.system((tx) => anOrganisation(tx));
  version = await aPublishedVersion(app);
});
afterAll(async () => {
  await app.stop();
  const faults = [...tried].map(([fault, count]) => `${fault} ${count}`).join(', ');
  process.stderr.write(
    `${told.interleavings} interleavings of ${told.actions} actions in ${told.requests} requests. Deliveries: ${faults}.\n`,
  );
});

type Action = { what: 'event'; event: LearnerEvent; faulty: boolean } | { what: 'try'; body: AttemptBody };
type Outcome = 'accepted' | 'known' | 'set-aside';
const idOf = (action: Action): string => (action.what === 'event' ? action.event.id : action.body.attemptId);

/** What must come of it, said as simply as can be: each id once, as it first arrived. */
class Model {
  readonly arrived = new Map<string, { action: Action; receivedAt: string }>();

  /** What the server must answer to an action that arrives now. */
  take(action: Action): Outcome {
    if (action.what === 'event' && action.faulty) return 'set-aside';
    if (this.arrived.has(idOf(action))) return 'known';
    this.arrived.set(idOf(action), { action, receivedAt: app.clock.now().toISOString() });
    return 'accepted';
  }

  has(action: Action): boolean {
    return this.arrived.has(idOf(action)) || (action.what === 'event' && action.faulty);
  }

  get events(): (LearnerEvent & { receivedAt: string })[] {
    return [...this.arrived.values()].flatMap(({ action, receivedAt }) =>
      action.what === 'event' ? [{ ...action.event, receivedAt }] : [],
    );
  }

  get tries(): string[] {
    return [...this.arrived.values()].flatMap(({ action }) => (action.what === 'try' ? [action.body.attemptId] : []));
  }
}

const minutes = (count: number): number => count * 60_000;
const plan = fc.record({
  devices: fc.tuple(
    ...[0, 1].map(() =>
      fc.array(
        fc.record({
          kind: fc.constantFrom('opened', 'viewed', 'viewed', 'noted', 'checked', 'faulty', 'try'),
          card: fc.constantFrom(...CARDS),
          text: fc.string({ maxLength: 8, unit: 'grapheme' }),
          at: fc.integer({ min: -minutes(3000), max: minutes(400) }),
          offsetMs: fc.option(fc.integer({ min: -minutes(3000), max: minutes(3000) }), { nil: undefined }),
        }),
        { minLength: 1, maxLength: 8 },
      ),
    ),
  ),
  steps: fc.array(
    fc.record({
      device: fc.constantFrom(0, 1),
      count: fc.integer({ min: 1, max: 6 }),
      order: fc.constantFrom('as kept', 'backwards', 'odd ones first'),
      fault: fc.constantFrom(...FAULTS),
      pass: fc.integer({ min: 0, max: 200 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;
type Kept = Plan['devices'][number][number];
type Step = Plan['steps'][number];

function actionOf(learner: AMember, { kind, card, text, at, offsetMs }: Kept, seq: number, deviceId: string): Action {
  const told = new Date(Date.parse('2026-09-01T09:00:00Z') + at).toISOString();
  const clock = { deviceId, seq, at: told, zone: 'Europe/London', ...(offsetMs !== undefined && { offsetMs }) };
  if (kind === 'try') return { what: 'try', body: aTry(learner, version, clock) };
  const { versionId } = version;
  const envelope = { id: randomUUID(), v: 1 as const, ...clock, versionId };
  const response = { itemId: CHECK_ITEM, optionIds: [text.length % 2 === 0 ? 'a' : 'b'], pairs: [] };
  const event: Record<string, LearnerEvent> = {
    opened: { ...envelope, kind: 'module-opened' },
    viewed: { ...envelope, kind: 'card-viewed', cardId: card },
    noted: { ...envelope, kind: 'note-saved', cardId: card, text: text.replaceAll(/[\0\p{Surrogate}]/gu, '') },
    checked: { ...envelope, kind: 'check-answered', cardId: 'check-it', response },
    faulty: { ...envelope, kind: 'card-viewed', cardId: 'gone' },
  };
  return { what: 'event', event: event[kind]!, faulty: kind === 'faulty' };
}

function inOrder(actions: Action[], order: Step['order']): Action[] {
  if (order === 'as kept') return actions;
  if (order === 'backwards') return actions.toReversed();
  return [...actions.filter((_, i) => i % 2 === 1), ...actions.filter((_, i) => i % 2 === 0)];
}

/** Two devices of one person, what each still has to send, and the way it goes. */
class Telling {
  readonly model = new Model();
  readonly waiting: Action[][];

  constructor(
    private readonly learner: AMember,
    { devices }: Plan,
  ) {
    this.waiting = devices.map((kept) => {
      const deviceId = randomUUID();
      return kept.map((one, seq) => actionOf(learner, one, seq, deviceId));
    });
    told.actions += this.waiting.flat().length;
  }

  async step({ device, count, order, fault, pass }: Step): Promise<void> {
    app.clock.forward(pass);
    const picked = inOrder((this.waiting[device] ?? []).slice(0, count), order);
    if (picked.length === 0) return;
    tried.set(fault, (tried.get(fault) ?? 0) + 1);
    switch (fault) {
      case 'request lost':
        return;
      case 'answer lost':
        return this.send([picked]);
      case 'answer heard by half':
        await this.send([picked]);
        return this.hear(device, picked.slice(0, Math.ceil(picked.length / 2)));
      case 'doubled in the batch':
        await this.send([[...picked, ...picked]]);
        return this.hear(device, picked);
      case 'sent twice at once':
        await this.send([picked, picked.toReversed()]);
        return this.hear(device, picked);
      case 'both devices at once': {
        const others = (this.waiting[1 - device] ?? []).slice(0, count);
        await this.send([picked, others]);
        this.hear(1 - device, others);
        return this.hear(device, picked);
      }
      case 'by hand-in file':
        return this.handIn(picked, 1);
      case 'by hand-in file, twice at once':
        return this.handIn(picked, 2);
      case 'none':
        await this.send([picked]);
        return this.hear(device, picked);
    }
  }

  /** At last every device hears an answer to all it has. */
  async finish(): Promise<void> {
    for (const [device, actions] of this.waiting.entries()) {
      await this.send([actions]);
      this.hear(device, actions);
    }
  }

  private hear(device: number, heard: Action[]): void {
    this.waiting[device] = (this.waiting[device] ?? []).filter((action) => !heard.includes(action));
  }

  /** Sends batches, at once if there are several, and holds the answers against the model. */
  private async send(batches: Action[][]): Promise<void> {
    const answers = await Promise.all(batches.map((batch) => this.sendOne(batch)));
    this.compare(batches.flat(), answers.flat());
  }

  private async sendOne(batch: Action[]): Promise<[string, Outcome][]> {
    const events = batch.flatMap((action) => (action.what === 'event' ? [action.event] : []));
    const answers: [string, Outcome][] = [];
    if (events.length > 0) {
      told.requests += 1;
      const { body } = await this.post('events', { events });
      for (const { id, outcome } of body.answers) answers.push([id, outcome]);
    }
    for (const action of batch) {
      if (action.what !== 'try') continue;
      told.requests += 1;
      const { body } = await this.post('attempts', action.body);
      expect(body).toMatchObject({ attemptId: action.body.attemptId, passed: true });
    }
    return answers;
  }

  private async handIn(actions: Action[], times: number): Promise<void> {
    const events = actions.flatMap((action) => (action.what === 'event' ? [action.event] : []));
    const attempts = actions.flatMap((action) => (action.what === 'try' ? [action.body] : []));
    const file = await aHandIn(app, this.learner, handInContent(this.learner, { events, attempts }));
    told.requests += times;
    const answers = await Promise.all(Array.from({ length: times }, () => this.post('hand-ins', file)));
    // A file that is known as a whole lists nothing again: all that it holds is there.
    const taken = answers.map(({ body }) => body as HandInAnswer).filter(({ outcome }) => outcome === 'accepted');
    if (taken.length === 0) expect(actions.filter((action) => !this.model.has(action))).toEqual([]);
    this.compare(
      taken.flatMap(() => actions),
      taken.flatMap((answer) => answer.events.map(({ id, outcome }): [string, Outcome] => [id, outcome])),
    );
  }

  private post(path: string, body: object) {
    return app.as(this.learner.token).post(`/api/v1/learner/${path}`).send(body).expect(200);
  }

  /** For each id, as many accepted, known and set aside as the model has it, in whatever order they were taken. */
  private compare(sent: Action[], answers: [string, Outcome][]): void {
    const expected = sent.map((action) => [action, this.model.take(action)] as const);
    const ofEvents = expected.flatMap(([action, outcome]) =>
      action.what === 'event' ? [`${action.event.id} ${outcome}`] : [],
    );
    expect(answers.map(([id, outcome]) => `${id} ${outcome}`).toSorted()).toEqual(ofEvents.toSorted());
  }
}

/** The server's rows of a person, and what it derives from them. */
async function rowsOf({ personId, token }: AMember) {
  const rows = await app.system((tx) =>
    tx.row<{ events: string[]; tries: string[]; completions: number; records: number; outside: number }>(
      `SELECT
         array(SELECT id::text || ' ' || to_char(received_at AT TIME ZONE 'UTC', 'HH24:MI') FROM learner_event WHERE person_id = $1 ORDER BY id) AS events,
         array(SELECT id::text FROM attempt WHERE person_id = $1 ORDER BY id) AS tries,
         (SELECT count(*)::int FROM completion WHERE person_id = $1) AS completions,
         (SELECT count(*)::int FROM cpd_record WHERE person_id = $1) AS records,
         (SELECT count(*)::int FROM (SELECT occurred_at, received_at FROM learner_event WHERE person_id = $1
            UNION ALL SELECT occurred_at, received_at FROM attempt WHERE person_id = $1) t
          WHERE occurred_at > received_at OR occurred_at < '2026-03-02T09:00:00Z') AS outside`,
      [personId],
    ),
  );
  const { body } = await app.as(token).get(`/api/v1/learner/versions/${version.versionId}/state`).expect(200);
  return { ...rows!, state: body as VersionState };
}

async function tell(plan: Plan): Promise<void> {
  app.clock.set('2026-09-01T09:00:00Z');
  const learner = await aMember(app, northgate);
  const telling = new Telling(learner, plan);
  for (const step of plan.steps) await telling.step(step);
  await telling.finish();
  const { model } = telling;
  const { state, ...rows } = await rowsOf(learner);
  const passed = model.tries.length === 0 ? 0 : 1;
  expect(rows).toEqual({
    events: model.events.map(({ id, receivedAt }) => `${id} ${receivedAt.slice(11, 16)}`).toSorted(),
    tries: model.tries.toSorted(),
    completions: passed,
    records: passed,
    outside: 0,
  });
  expect(state.nextTryNumber).toBe(1 + passed);
  expect(state.progress).toEqual(deriveProgress(model.events, CARDS, { nextTryNumber: 1 + passed }));
  const seen = new Set(model.events.flatMap((event) => (event.kind === 'card-viewed' ? [event.cardId] : [])));
  expect(state.progress.viewedCardIds).toEqual(CARDS.filter((cardId) => seen.has(cardId)));
}

describe('work that comes late, doubled, in any order and in parts', () => {
  it('is there once, as if it had come at once', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (anInterleaving) => {
        told.interleavings += 1;
        await tell(anInterleaving);
      }),
      { numRuns: MOST, interruptAfterTimeLimit: LONG_ENOUGH, markInterruptAsFailure: false },
    );
    expect(told.interleavings).toBeGreaterThan(10);
    expect([...tried.values()].every((count) => count > 0)).toBe(true);
  });
});
