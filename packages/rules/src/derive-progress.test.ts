import { describe, expect, it } from '@jest/globals';
import type { LearnerEvent } from '@rounds/contracts/event';
import fc from 'fast-check';
import { deriveProgress, NO_PROGRESS } from './derive-progress.ts';
import { orderEvents, type RecordedEvent } from './order-events.ts';

const CARDS = ['c1', 'c2', 'c3'];
const versionId = '0190d1a6-0000-7000-8000-000000000001';
const PHONE = '0190d1a6-0000-7000-8000-00000000000a';
const DESK = '0190d1a6-0000-7000-8000-00000000000b';

type Body = LearnerEvent extends infer E
  ? E extends LearnerEvent
    ? Omit<E, 'id' | 'v' | 'deviceId' | 'seq' | 'at' | 'zone'>
    : never
  : never;
type Envelope = Partial<Pick<RecordedEvent, 'id' | 'deviceId' | 'seq' | 'at' | 'offsetMs' | 'receivedAt'>>;

let made = 0;
const anEvent = (body: Body, envelope: Envelope = {}): RecordedEvent => {
  made += 1;
  const at = envelope.at ?? `2026-09-01T09:${String(made % 60).padStart(2, '0')}:00Z`;
  return {
    id: `event-${made}`,
    v: 1,
    deviceId: PHONE,
    seq: made,
    zone: 'Europe/London',
    ...envelope,
    at,
    ...body,
  } as RecordedEvent;
};

const viewed = (cardId: string, envelope?: Envelope) => anEvent({ kind: 'card-viewed', versionId, cardId }, envelope);
const note = (text: string, envelope?: Envelope) =>
  anEvent({ kind: 'note-saved', versionId, cardId: 'c1', text }, envelope);
const answer = (optionId: string) => ({ itemId: 'i1', optionIds: [optionId], pairs: [] });
const check = (optionId: string, envelope?: Envelope) =>
  anEvent({ kind: 'check-answered', versionId, cardId: 'c2', response: answer(optionId) }, envelope);
const chosen = (nodeId: string, choiceId: string) =>
  anEvent({ kind: 'scenario-chosen', versionId, cardId: 'c3', nodeId, choiceId });
const kept = (tryNumber: number, optionId: string, itemId = 'i1') =>
  anEvent({ kind: 'quiz-response-kept', versionId, tryNumber, response: { itemId, optionIds: [optionId], pairs: [] } });

describe('deriveProgress', () => {
  it('is nothing without events', () => {
    expect(deriveProgress([], CARDS)).toEqual(NO_PROGRESS);
  });

  it('lists the cards seen in the order of the document, and the one seen last', () => {
    const progress = deriveProgress([viewed('c3'), viewed('c1'), viewed('c3'), viewed('c1')], CARDS);
    expect(progress).toMatchObject({ viewedCardIds: ['c1', 'c3'], lastCardId: 'c1' });
  });

  it('passes over cards the version does not have', () => {
    const progress = deriveProgress([viewed('c1'), viewed('gone')], CARDS);
    expect(progress).toMatchObject({ viewedCardIds: ['c1'], lastCardId: 'c1' });
  });

  it('keeps the last answer to a check', () => {
    expect(deriveProgress([check('a'), check('b')], CARDS).checks).toEqual({ c2: answer('b') });
  });

  it('keeps the last decision, with its certainty', () => {
    const decided = (finalOptionId: string) =>
      anEvent({ kind: 'decision-made', versionId, cardId: 'c2', firstOptionId: 'a', finalOptionId, certainty: 3 });
    expect(deriveProgress([decided('a'), decided('b')], CARDS).decisions).toEqual({
      c2: { firstOptionId: 'a', finalOptionId: 'b', certainty: 3 },
    });
  });

  it('follows a scenario, and starts again from a node chosen anew', () => {
    expect(deriveProgress([chosen('n1', 'x'), chosen('n2', 'y'), chosen('n1', 'z')], CARDS).scenarios).toEqual({
      c3: [{ nodeId: 'n1', choiceId: 'z' }],
    });
  });

  it('keeps the last text of a note, and none for an emptied one', () => {
    expect(deriveProgress([note('first'), note('second')], CARDS).notes).toEqual({ c1: 'second' });
    expect(deriveProgress([note('first'), note('')], CARDS).notes).toEqual({});
  });

  it('keeps the answers of the latest try not yet submitted', () => {
    const events = [kept(1, 'a'), kept(2, 'b'), kept(2, 'c'), kept(2, 'd', 'i2'), kept(1, 'e')];
    const draft = deriveProgress(events, CARDS, { nextTryNumber: 2 }).quizDraft;
    expect(draft).toEqual({ tryNumber: 2, responses: { i1: answer('c'), i2: { ...answer('d'), itemId: 'i2' } } });
    expect(deriveProgress(events, CARDS, { nextTryNumber: 3 }).quizDraft).toBeNull();
  });

  it('keeps what was said of confidence last, before and after, and that a question was skipped', () => {
    const sure = (when: 'before' | 'after', confidence?: 1 | 2 | 3 | 4) =>
      anEvent({ kind: 'confidence-given', versionId, when, ...(confidence && { confidence }) });
    const before = deriveProgress([sure('before', 1), sure('before', 2)], CARDS);
    expect(before.confidence).toEqual({ before: 2 });
    expect(deriveProgress([sure('after', 3)], CARDS, { from: before }).confidence).toEqual({ before: 2, after: 3 });
    expect(deriveProgress([sure('after')], CARDS).confidence).toEqual({ after: null });
  });

  it('tells that the questions after a pass were answered or skipped', () => {
    expect(deriveProgress([anEvent({ kind: 'feedback-given', versionId })], CARDS).feedbackGiven).toBe(true);
    expect(deriveProgress([viewed('c1')], CARDS).feedbackGiven).toBeUndefined();
  });

  it('goes on from what the server derived', () => {
    const from = deriveProgress([viewed('c1'), note('on the server'), kept(2, 'a')], CARDS);
    const progress = deriveProgress([viewed('c2'), kept(2, 'b', 'i2')], CARDS, { from });
    expect(progress).toMatchObject({ viewedCardIds: ['c1', 'c2'], lastCardId: 'c2', notes: { c1: 'on the server' } });
    expect(Object.keys(progress.quizDraft?.responses ?? {})).toEqual(['i1', 'i2']);
  });
});

describe('the last of two devices', () => {
  it('is the later in time, not the later to arrive', () => {
    const early = note('written first, sent last', {
      deviceId: DESK,
      at: '2026-09-01T09:00:00Z',
      receivedAt: '2026-09-01T12:00:00Z',
    });
    const late = note('written last, sent first', {
      deviceId: PHONE,
      at: '2026-09-01T10:00:00Z',
      receivedAt: '2026-09-01T10:00:01Z',
    });
    expect(deriveProgress([late, early], CARDS).notes).toEqual({ c1: 'written last, sent first' });
  });

  it('compares instants, not texts with different offsets', () => {
    const early = note('09:30 in London', { deviceId: DESK, at: '2026-09-01T09:30:00+01:00' });
    const late = note('09:00 in Lisbon time', { deviceId: PHONE, at: '2026-09-01T09:00:00Z' });
    expect(deriveProgress([late, early], CARDS).notes).toEqual({ c1: '09:00 in Lisbon time' });
  });

  it('is not that of a clock set in the future, once its event has arrived', () => {
    const wrong = note('clock a year ahead', {
      deviceId: DESK,
      at: '2027-09-01T09:00:00Z',
      receivedAt: '2026-09-01T09:00:00Z',
    });
    const right = note('an hour later', {
      deviceId: PHONE,
      at: '2026-09-01T10:00:00Z',
      receivedAt: '2026-09-01T10:00:00Z',
    });
    expect(deriveProgress([right, wrong], CARDS).notes).toEqual({ c1: 'an hour later' });
  });

  it('is told by a wrong clock whose offset is known', () => {
    const HOUR = 3_600_000;
    const late = note('clock 2 hours behind', { deviceId: DESK, at: '2026-09-01T09:00:00Z', offsetMs: -2 * HOUR });
    const early = note('right clock', { deviceId: PHONE, at: '2026-09-01T10:00:00Z', offsetMs: 0 });
    expect(deriveProgress([late, early], CARDS).notes).toEqual({ c1: 'clock 2 hours behind' });
  });

  it('is not the copy that still lies on a device whose clock is wrong', () => {
    const wrong = note('clock a year ahead', {
      deviceId: DESK,
      at: '2027-09-01T09:00:00Z',
      receivedAt: '2026-09-01T09:00:00Z',
    });
    const right = note('an hour later', {
      deviceId: PHONE,
      at: '2026-09-01T10:00:00Z',
      receivedAt: '2026-09-01T10:00:00Z',
    });
    const copy = { ...wrong, receivedAt: undefined };
    for (const events of [
      [copy, wrong, right],
      [wrong, copy, right],
    ])
      expect(deriveProgress(events, CARDS).notes).toEqual({ c1: 'an hour later' });
  });

  it('follows the numbers of one device, whatever its clock says', () => {
    const first = note('first', { seq: 1, at: '2026-09-01T11:00:00Z' });
    const second = note('second, after the clock was set back', { seq: 2, at: '2026-09-01T09:00:00Z' });
    expect(deriveProgress([second, first], CARDS).notes).toEqual({ c1: 'second, after the clock was set back' });
  });

  it('is decided by the device where time does not', () => {
    const at = '2026-09-01T09:00:00Z';
    const events = [note('phone', { deviceId: PHONE, at, seq: 9 }), note('desk', { deviceId: DESK, at, seq: 1 })];
    expect(deriveProgress(events, CARDS)).toEqual(deriveProgress(events.toReversed(), CARDS));
    expect(deriveProgress(events, CARDS).notes).toEqual({ c1: 'desk' });
  });
});

const anyBody: fc.Arbitrary<Body> = fc.oneof(
  fc.constantFrom('c1', 'c2', 'c3', 'c9').map((cardId): Body => ({ kind: 'card-viewed', versionId, cardId })),
  fc.constantFrom('one', 'two', '').map((text): Body => ({ kind: 'note-saved', versionId, cardId: 'c1', text })),
  fc
    .constantFrom('a', 'b')
    .map((id): Body => ({ kind: 'check-answered', versionId, cardId: 'c2', response: answer(id) })),
  fc
    .record({ nodeId: fc.constantFrom('n1', 'n2'), choiceId: fc.constantFrom('x', 'y') })
    .map((choice): Body => ({ kind: 'scenario-chosen', versionId, cardId: 'c3', ...choice })),
  fc
    .record({ tryNumber: fc.integer({ min: 1, max: 3 }), id: fc.constantFrom('a', 'b') })
    .map(({ tryNumber, id }): Body => ({ kind: 'quiz-response-kept', versionId, tryNumber, response: answer(id) })),
);
const anInstant = fc
  .integer({ min: 0, max: 20 })
  .map((minute) => new Date(Date.UTC(2026, 8, 1, 9, minute)).toISOString());
const anyEvents = fc
  .uniqueArray(
    fc.record({
      id: fc.uuid(),
      deviceId: fc.constantFrom(PHONE, DESK),
      seq: fc.nat({ max: 30 }),
      at: anInstant,
      receivedAt: fc.option(anInstant, { nil: undefined }),
      body: anyBody,
    }),
    { selector: ({ deviceId, seq }) => `${deviceId}${seq}`, maxLength: 20 },
  )
  .map((list) =>
    list.map(({ body, ...envelope }) => ({ v: 1, zone: 'Europe/London', ...envelope, ...body }) as RecordedEvent),
  );
/** Each twice: as the server has it, and as it still lies on the device. */
const shuffled = anyEvents.chain((events) => {
  const onDevice = events.map(({ receivedAt: _, ...event }) => event as RecordedEvent);
  return fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...onDevice], { minLength: 2 * events.length }));
});

describe('events in any order', () => {
  it('give the same progress, some of them twice', () => {
    fc.assert(
      fc.property(shuffled, ([events, again]) =>
        expect(deriveProgress(again, CARDS)).toEqual(deriveProgress(events, CARDS)),
      ),
    );
  });

  it('keep the order of each device', () => {
    fc.assert(
      fc.property(shuffled, ([, events]) => {
        for (const deviceId of [PHONE, DESK]) {
          const numbers = orderEvents(events)
            .filter((event) => event.deviceId === deviceId)
            .map(({ seq }) => seq);
          expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
        }
      }),
    );
  });
});
