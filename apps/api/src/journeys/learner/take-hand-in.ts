import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { HandInAnswer, HandInAttemptAnswer, HandInEventAnswer, HandInFile } from '@rounds/contracts/hand-in';
import { HandInStore } from '../../domains/learning/hand-in.store.ts';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { Clock } from '../../platform/clock.ts';
import { Db } from '../../platform/db.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { OpenHandInFile, type OpenedHandIn } from './open-hand-in-file.ts';
import { TakeHandedInWork } from './take-handed-in-work.ts';

type Answers = { events: HandInEventAnswer[]; attempts: HandInAttemptAnswer[] };

/** Takes a file of work that its device cannot send. */
@Injectable()
export class TakeHandIn {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly opening: OpenHandInFile,
    private readonly taking: TakeHandedInWork,
    private readonly handIns: HandInStore,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Takes each action by itself, as if the device had sent it, and notes last that it did: a file broken off in the
   * middle is taken to its end when it comes again, and what is there already is known by its id.
   */
  async run(actor: Actor, file: HandInFile, caller: Caller): Promise<HandInAnswer> {
    const opened = await this.opening.run(actor, file);
    const { content, contentHash } = opened;
    const { madeAt } = content;
    const before = await this.db.read(actor, (tx) => this.handIns.handedInAt(tx, actor.personId, contentHash));
    if (before !== null) {
      return { outcome: 'known', handedInAt: before.toISOString(), madeAt, events: [], attempts: [] };
    }
    const answers = await this.taking.run(actor, content);
    const handedInAt = await this.note(actor, opened, answers, caller);
    return { outcome: 'accepted', handedInAt: handedInAt.toISOString(), madeAt, ...answers };
  }

  private note(actor: Actor, opened: OpenedHandIn, answers: Answers, caller: Caller): Promise<Date> {
    const { personId, organisationId, postUnitIds } = actor;
    const { content, contentHash } = opened;
    const at = this.clock.now();
    const counts = countsOf(answers);
    return this.db.transaction(actor, async (tx) => {
      const handIn = { personId, organisationId, contentHash, madeAt: new Date(content.madeAt), handedInAt: at };
      const added = await this.handIns.add(tx, { ...handIn, ...counts });
      if (!added) return (await this.handIns.handedInAt(tx, personId, contentHash)) ?? at;
      await this.audit.add(tx, {
        at,
        action: 'hand-in.accepted',
        actorPersonId: personId,
        organisationId,
        unitId: postUnitIds[0] ?? null,
        subjectPersonId: personId,
        detail: counts,
        sourceAddress: caller.address,
        correlationId: caller.correlationId,
      });
      return at;
    });
  }
}

function countsOf({ events, attempts }: Answers): { accepted: number; known: number; setAside: number } {
  const outcomes = [...events, ...attempts].map(({ outcome }) => outcome);
  const count = (wanted: string): number => outcomes.filter((outcome) => outcome === wanted).length;
  return { accepted: count('accepted'), known: count('known'), setAside: count('set-aside') };
}
