import { randomUUID } from 'node:crypto';
import type { EventAnswer } from '@rounds/contracts/event';
import type { TestApp } from '../kit/test-app.ts';
import type { APublishedVersion } from './content.ts';
import type { AMember } from './identity.ts';

export type SentEvent = Record<string, unknown>;

/** One learner event as a device sends it; by default a first card seen. */
export function anEvent(version: Pick<APublishedVersion, 'versionId'>, overrides: SentEvent = {}): SentEvent {
  const { kind = 'card-viewed' } = overrides;
  const card = kind === 'card-viewed' || kind === 'note-saved' ? { cardId: 'why-it-matters' } : {};
  return {
    id: randomUUID(),
    v: 1,
    kind,
    versionId: version.versionId,
    ...card,
    deviceId: randomUUID(),
    seq: 1,
    at: '2026-09-01T08:50:00+00:00',
    zone: 'Europe/London',
    ...overrides,
  };
}

/** Sends a batch and gives what was answered to each. */
export async function sendEvents(app: TestApp, member: AMember, events: readonly SentEvent[]): Promise<EventAnswer[]> {
  const { body } = await app.as(member.token).post('/api/v1/learner/events').send({ events }).expect(200);
  return body.answers;
}
