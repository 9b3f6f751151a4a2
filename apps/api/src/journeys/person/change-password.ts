import { Injectable } from '@nestjs/common';
import { PASSWORD_CHANGED_MAIL, type PasswordChangedOrder } from '../../domains/identity/account-mail.ts';
import { CredentialStore } from '../../domains/identity/credential.store.ts';
import { LinkStore } from '../../domains/identity/link.store.ts';
import { PersonStore } from '../../domains/identity/person.store.ts';
import { refuseWeakPassword } from '../../domains/identity/refuse-weak-password.ts';
import { SessionStore } from '../../domains/identity/session.store.ts';
import type { Counted } from '../../domains/identity/rules/throttle.ts';
import { ThrottleStore } from '../../domains/identity/throttle.store.ts';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { hashPassword, isPassword } from '../../platform/auth/password-hash.ts';
import type { SignedIn } from '../../platform/auth/sessions.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, SYSTEM } from '../../platform/db.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { MailPost } from '../../platform/mail/mail-post.ts';
import { Refusal } from '../../platform/problems.ts';
import { tooManyTries } from '../../platform/too-many-tries.ts';

/**
 * Needs the old password, so that an unattended device is not enough. Ends every other session, and a link on its way
 * that would set yet another password.
 */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly people: PersonStore,
    private readonly credentials: CredentialStore,
    private readonly sessions: SessionStore,
    private readonly links: LinkStore,
    private readonly throttle: ThrottleStore,
    private readonly audit: AuditLog,
    private readonly post: MailPost,
  ) {}

  async run(
    signedIn: SignedIn,
    passwords: { oldPassword: string; newPassword: string },
    caller: Caller,
  ): Promise<void> {
    const { person, kept } = await this.admit(signedIn.personId);
    if (!(await isPassword(kept, passwords.oldPassword))) throw wrongOldPassword();
    refuseWeakPassword(passwords.newPassword, person, 'newPassword');
    await this.set(signedIn, await hashPassword(passwords.newPassword), caller);
    await this.throttle.clear(countedFor(signedIn.personId));
  }

  private async admit(personId: string) {
    const wait = await this.throttle.admit([countedFor(personId)], this.clock.now());
    if (wait > 0) throw tooManyTries(wait);
    return this.db.read(SYSTEM, async (tx) => {
      const person = await this.people.find(tx, personId);
      if (person === null) throw new Refusal('not-found', 'There is nobody here');
      return { person, kept: await this.credentials.find(tx, personId) };
    });
  }

  private async set({ personId, sessionId, actor }: SignedIn, hash: string, caller: Caller): Promise<void> {
    const at = this.clock.now();
    const order: PasswordChangedOrder = { personId };
    await this.db.transaction(SYSTEM, async (tx) => {
      await this.credentials.set(tx, personId, hash, at);
      await this.sessions.endAll(tx, personId, at, sessionId);
      await this.links.withdrawOpen(tx, { personId, organisationId: null, purposes: ['password-reset'] }, at);
      await this.audit.add(tx, {
        at,
        action: 'password.changed',
        actorPersonId: personId,
        organisationId: actor?.organisationId ?? null,
        unitId: actor?.postUnitIds[0] ?? null,
        subjectPersonId: personId,
        sourceAddress: caller.address,
        correlationId: caller.correlationId,
      });
      await this.post.order(tx, { kind: PASSWORD_CHANGED_MAIL, key: `${personId}:${at.getTime()}`, data: order });
    });
  }
}

function countedFor(personId: string): Counted {
  return { pace: 'account', of: personId };
}

function wrongOldPassword(): Refusal {
  const message = 'This is not your password now.';
  return new Refusal('invalid-request', 'The old password is not right', {
    detail: message,
    faults: [{ field: 'oldPassword', message }],
  });
}
