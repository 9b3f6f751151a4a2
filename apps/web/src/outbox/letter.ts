import type { AttemptBody } from '@rounds/contracts/attempt';
import type { LearnerEvent, SetAsideReason } from '@rounds/contracts/event';
import type { ProblemCode } from '@rounds/contracts/problem';

/** What every action of a learner carries from the device; see the contract's event. */
export type Stamp = { id: string; deviceId: string; seq: number; at: string; zone: string; offsetMs?: number };

export type Content = { what: 'event'; event: LearnerEvent } | { what: 'attempt'; attempt: AttemptBody };

/** One action of a learner that is not yet on the server. */
export type Letter = {
  id: string;
  /** Person and organisation it was done for; nobody else sends it. */
  owner: string;
  seq: number;
  /** Device time, with offset. */
  savedAt: string;
  content: Content;
  /** `set-aside`: the server will not take it, for `reason`; it stays visible and blocks nothing. */
  state: 'waiting' | 'set-aside';
  reason: SetAsideReason | ProblemCode | null;
};

export function ownerOf(me: { personId: string; organisation: { organisationId: string } }): string {
  return `${me.personId}/${me.organisation.organisationId}`;
}

export function personOf(owner: string): string {
  return owner.slice(0, owner.indexOf('/'));
}

export function versionOf({ content }: Letter): string | null {
  if (content.what === 'attempt') return content.attempt.versionId;
  return 'versionId' in content.event ? content.event.versionId : null;
}
