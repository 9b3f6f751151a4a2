import { Injectable } from '@nestjs/common';
import type { AuditAction } from '@rounds/contracts/audit-action';
import { SessionStore } from '../../domains/identity/session.store.ts';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { SignedIn } from '../../platform/auth/sessions.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, SYSTEM, type Tx } from '../../platform/db.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { Refusal } from '../../platform/problems.ts';

/** Signs a person out: here, on another of their devices, or everywhere. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly sessions: SessionStore,
    private readonly audit: AuditLog,
  ) {}

  async one(signedIn: SignedIn, sessionId: string, caller: Caller): Promise<void> {
    await this.db.transaction(SYSTEM, async (tx) => {
      const ended = await this.sessions.end(tx, signedIn.personId, sessionId, this.clock.now());
      if (!ended) throw new Refusal('not-found', 'There is no such session');
      await this.note(tx, 'session.ended', signedIn, { sessionId }, caller);
    });
  }

  async all(signedIn: SignedIn, caller: Caller): Promise<void> {
    await this.db.transaction(SYSTEM, async (tx) => {
      await this.sessions.endAll(tx, signedIn.personId, this.clock.now());
      await this.note(tx, 'session.ended-everywhere', signedIn, {}, caller);
    });
  }

  private async note(
    tx: Tx,
    action: AuditAction,
    { personId, actor }: SignedIn,
    detail: object,
    caller: Caller,
  ): Promise<void> {
    await this.audit.add(tx, {
      at: this.clock.now(),
      action,
      actorPersonId: personId,
      organisationId: actor?.organisationId ?? null,
      unitId: actor?.postUnitIds[0] ?? null,
      subjectPersonId: personId,
      detail,
      sourceAddress: caller.address,
      correlationId: caller.correlationId,
    });
  }
}
