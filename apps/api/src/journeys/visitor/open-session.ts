import { Injectable } from '@nestjs/common';
import type { SignedInAnswer } from '@rounds/contracts/session';
import { MembershipStore, type OpenMembership } from '../../domains/identity/membership.store.ts';
import { SessionStore } from '../../domains/identity/session.store.ts';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { deviceMark } from '../../platform/auth/device-mark.ts';
import type { Tx } from '../../platform/db.ts';
import type { Caller } from '../../platform/http/caller.ts';

/** Whose browser it is; `oldToken` is the session it brought along, which ends here. `deviceMark`: perhaps of this person. */
export type Visitor = Caller & { oldToken: string | null; deviceMark: string | null };

/** A session begun. The token goes into the cookie and nowhere else. */
export type Opened = {
  token: string;
  sharedDevice: boolean;
  /** By which the device is known from now on; null where it is shared. */
  deviceMark: string | null;
  answer: SignedInAnswer;
};

type Opening = {
  personId: string;
  organisationId: string | null;
  open: readonly OpenMembership[];
  /** Null for one who has none. */
  passwordHash: string | null;
  sharedDevice: boolean;
  by: string;
  at: Date;
};

/** Begins a session for somebody who has proved who they are. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly memberships: MembershipStore,
    private readonly sessions: SessionStore,
    private readonly audit: AuditLog,
  ) {}

  openTo(tx: Tx, personId: string): Promise<OpenMembership[]> {
    return this.memberships.openOf(tx, personId);
  }

  async run(
    tx: Tx,
    { personId, organisationId, open, passwordHash, sharedDevice, by, at }: Opening,
    visitor: Visitor,
  ): Promise<Opened> {
    if (visitor.oldToken !== null) await this.sessions.endByToken(tx, visitor.oldToken, at);
    const { sessionId, token } = await this.sessions.start(tx, {
      personId,
      organisationId,
      sharedDevice,
      userAgent: visitor.userAgent,
      at,
    });
    const unitId =
      organisationId === null ? null : (await this.memberships.placeOf(tx, personId, organisationId, at)).unitId;
    await this.audit.add(tx, {
      at,
      action: 'session.started',
      actorPersonId: personId,
      organisationId,
      unitId,
      subjectPersonId: personId,
      detail: { sessionId, sharedDevice, by },
      sourceAddress: visitor.address,
      correlationId: visitor.correlationId,
    });
    const organisations = open.map(({ organisationId: id, name }) => ({ organisationId: id, name }));
    const mark = sharedDevice || passwordHash === null ? null : deviceMark(passwordHash, personId, at);
    return { token, sharedDevice, deviceMark: mark, answer: { signedIn: true, organisationId, organisations } };
  }
}
