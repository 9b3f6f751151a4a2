import { randomUUID } from 'node:crypto';
import type { AttemptBody, AttemptResult } from '@rounds/contracts/attempt';
import type { MarkingItem, Response } from '@rounds/contracts/item';
import { drawQuiz } from '@rounds/rules/draw-quiz';
import type { TestApp } from '../kit/test-app.ts';
import type { APublishedVersion } from './content.ts';
import type { AMember } from './identity.ts';
import { rightResponse, wrongResponse } from './quiz-items.ts';

/** The items a person draws, with their keys. */
export function drawnFor(member: Pick<AMember, 'personId'>, version: APublishedVersion, tryNumber = 1): MarkingItem[] {
  const { versionId, size, items } = version.markingDocument;
  return drawQuiz({ personId: member.personId, versionId, tryNumber, items, size });
}

type Overrides = Partial<AttemptBody> & {
  /** Of the items drawn, so many are answered wrongly: the first ones. */
  wrong?: number;
};

/** One whole try as a device sends it; all answers right unless said otherwise. */
export function aTry(
  member: Pick<AMember, 'personId'>,
  version: APublishedVersion,
  { wrong = 0, ...overrides }: Overrides = {},
): AttemptBody {
  const tryNumber = overrides.tryNumber ?? 1;
  const answer = (item: MarkingItem, i: number): Response => (i < wrong ? wrongResponse(item) : rightResponse(item));
  return {
    attemptId: randomUUID(),
    versionId: version.versionId,
    tryNumber,
    responses: drawnFor(member, version, tryNumber).map(answer),
    deviceId: randomUUID(),
    seq: 1,
    at: '2026-09-01T08:55:00+00:00',
    zone: 'Europe/London',
    ...overrides,
  };
}

/** Submits a try that must be taken, and gives its result. */
export async function submitted(app: TestApp, member: AMember, body: AttemptBody): Promise<AttemptResult> {
  const { body: result } = await app.as(member.token).post('/api/v1/learner/attempts').send(body).expect(200);
  return result;
}

/** Every wrong answer: a try that fails. */
export function aFailedTry(
  member: Pick<AMember, 'personId'>,
  version: APublishedVersion,
  overrides: Overrides = {},
): AttemptBody {
  return aTry(member, version, { wrong: 100, ...overrides });
}
