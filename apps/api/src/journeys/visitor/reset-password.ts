import { Injectable } from '@nestjs/common';
import { PASSWORD_CHANGED_MAIL, type PasswordChangedOrder } from '../../domains/identity/account-mail.ts';
import { CredentialStore } from '../../domains/identity/credential.store.ts';
import { LinkStore } from '../../domains/identity/link.store.ts';
import { MembershipStore } from '../../domains/identity/membership.store.ts';
import { PersonStore } from '../../domains/identity/person.store.ts';
import { refuseWeakPassword } from '../../domains/identity/refuse-weak-password.ts';
import { countTries } from '../../domains/identity/rules/count-tries.ts';
import { accountName } from '../../domains/identity/rules/read-identifier.ts';
import { SessionStore } from '../../domains/identity/session.store.ts';
import { ThrottleStore } from '../../domains/identity/throttle.store.ts';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { hashPassword } from '../../platform/auth/password-hash.ts';
import { sourceOf } from '../../platform/auth/source-address.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, SYSTEM, type Tx } from '../../platform/db.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { MailPost } from '../../platform/mail/mail-post.ts';
import { FindLink, linkNotValid } from './find-link.ts';

/** Sets a new password by a one-use link. Whoever was signed in before is signed out everywhere. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly find: FindLink,
    private readonly links: LinkStore,
    private readonly people: PersonStore,
    private readonly memberships: MembershipStore,
    private readonly credentials: CredentialStore,
    private readonly sessions: SessionStore,
    private readonly throttle: ThrottleStore,
    private readonly audit: AuditLog,
    private readonly post: MailPost,
  ) {}

  /** Throws unless the link still works; uses nothing up. */
  async look(token: string, caller: Caller): Promise<void> {
    await this.find.run(token, ['password-reset'], caller);
  }

  async run(token: string, newPassword: string, caller: Caller): Promise<void> {
    const { personId } = await this.find.run(token, ['password-reset'], caller);
    const person = await this.db.read(SYSTEM, (tx) => this.people.find(tx, personId));
    if (person === null) throw linkNotValid();
    refuseWeakPassword(newPassword, person, 'newPassword');
    const hash = await hashPassword(newPassword);
    await this.db.transaction(SYSTEM, (tx) => this.set(tx, token, personId, hash, caller));
    const { email } = person;
    if (email !== null) await this.beginAnew(accountName({ kind: 'email', email }), caller);
  }

  /** Who forgot a password has tried in vain before. */
  private async beginAnew(account: string, { address }: Caller): Promise<void> {
    const { own, shared } = countTries({ account, source: sourceOf(address), device: null });
    await this.throttle.clear(own);
    for (const counted of shared) if (counted.pace === 'everywhere') await this.throttle.clear(counted);
  }

  private async set(tx: Tx, token: string, personId: string, hash: string, caller: Caller): Promise<void> {
    const at = this.clock.now();
    if ((await this.links.use(tx, token, at)) === null) throw linkNotValid();
    await this.credentials.set(tx, personId, hash, at);
    await this.sessions.endAll(tx, personId, at);
    await this.audit.add(tx, {
      at,
      action: 'password.reset',
      actorPersonId: personId,
      ...(await this.memberships.placeOf(tx, personId, null, at)),
      subjectPersonId: personId,
      sourceAddress: caller.address,
      correlationId: caller.correlationId,
    });
    const order: PasswordChangedOrder = { personId };
    await this.post.order(tx, { kind: PASSWORD_CHANGED_MAIL, key: `${personId}:${at.getTime()}`, data: order });
  }
}
