import { Injectable } from '@nestjs/common';
import { MembershipStore, type OpenMembership } from '../../domains/identity/membership.store.ts';
import { SessionStore } from '../../domains/identity/session.store.ts';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import type { SignedIn } from '../../platform/auth/sessions.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, SYSTEM } from '../../platform/db.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { Refusal } from '../../platform/problems.ts';

/** The first choice after signing in, or a switch: the same session acts in another organisation from now on. */
@Injectable()
export class ChooseOrganisation {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly memberships: MembershipStore,
    private readonly sessions: SessionStore,
    private readonly audit: AuditLog,
  ) {}

  /** What there is to choose from. */
  open({ personId }: SignedIn): Promise<OpenMembership[]> {
    return this.db.read(SYSTEM, (tx) => this.memberships.openOf(tx, personId));
  }

  run(
    { sessionId, personId, actor }: SignedIn,
    organisationId: string,
    caller: Caller,
  ): Promise<{ organisationId: string }> {
    return this.db.transaction(SYSTEM, async (tx) => {
      const open = await this.memberships.openOf(tx, personId);
      if (!open.some((one) => one.organisationId === organisationId))
        throw new Refusal('not-found', 'There is no such organisation');
      await this.sessions.chooseOrganisation(tx, sessionId, organisationId);
      const at = this.clock.now();
      await this.audit.add(tx, {
        at,
        action: 'organisation.chosen',
        actorPersonId: personId,
        ...(await this.memberships.placeOf(tx, personId, organisationId, at)),
        subjectPersonId: personId,
        detail: { sessionId, from: actor?.organisationId ?? null },
        sourceAddress: caller.address,
        correlationId: caller.correlationId,
      });
      return { organisationId };
    });
  }
}
