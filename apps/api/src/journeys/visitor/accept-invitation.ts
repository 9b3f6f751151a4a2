import { Injectable } from '@nestjs/common';
import type { acceptInvitation } from '@rounds/contracts/invitation';
import type { BodyOf } from '@rounds/contracts/endpoint';
import { PASSWORD_CHANGED_MAIL, type PasswordChangedOrder } from '../../domains/identity/account-mail.ts';
import { CredentialStore } from '../../domains/identity/credential.store.ts';
import { LinkStore } from '../../domains/identity/link.store.ts';
import { MembershipStore } from '../../domains/identity/membership.store.ts';
import { PersonStore } from '../../domains/identity/person.store.ts';
import { refuseWeakPassword } from '../../domains/identity/refuse-weak-password.ts';
import { SessionStore } from '../../domains/identity/session.store.ts';
import { ThrottleStore } from '../../domains/identity/throttle.store.ts';
import { AuditLog } from '../../platform/audit/audit-log.ts';
import { hashPassword, isPassword } from '../../platform/auth/password-hash.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, SYSTEM, type Tx } from '../../platform/db.ts';
import { refuseDuplicates } from '../../platform/duplicate.ts';
import { MailPost } from '../../platform/mail/mail-post.ts';
import { Refusal } from '../../platform/problems.ts';
import { tooManyTries } from '../../platform/too-many-tries.ts';
import { linkNotValid } from './find-link.ts';
import { InvitationLook, type OpenInvitation } from './invitation-look.ts';
import { type Opened, OpenSession, type Visitor } from './open-session.ts';

/**
 * Uses an invitation up: the membership opens, the password is set or confirmed, and the person is signed in. Who is
 * known elsewhere joins as themselves: signed in already, or by the password they have.
 */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly look: InvitationLook,
    private readonly links: LinkStore,
    private readonly memberships: MembershipStore,
    private readonly people: PersonStore,
    private readonly credentials: CredentialStore,
    private readonly sessions: SessionStore,
    private readonly throttle: ThrottleStore,
    private readonly opening: OpenSession,
    private readonly audit: AuditLog,
    private readonly post: MailPost,
  ) {}

  async run({ token, password, sharedDevice }: BodyOf<typeof acceptInvitation>, visitor: Visitor): Promise<Opened> {
    const invitation = await this.look.run(token, visitor);
    const newHash = await this.prove(invitation, password);
    return refuseDuplicates({ person_email: nowKnown(), membership_pkey: memberAlready() }, () =>
      this.db.transaction(SYSTEM, (tx) => this.accept(tx, invitation, { newHash, sharedDevice }, visitor)),
    );
  }

  /** The hash of a new password, or null when the one they have stays. */
  private async prove(invitation: OpenInvitation, password: string | undefined): Promise<string | null> {
    if (invitation.way === 'agree') return null;
    if (password === undefined) throw passwordMissing();
    if (invitation.way === 'confirm') {
      await this.confirm(invitation, password);
      return null;
    }
    refuseWeakPassword(password, invitation.person, 'password');
    return hashPassword(password);
  }

  /** Guesses are counted as those at the sign-in are. */
  private async confirm({ owner: { personId, hash } }: OpenInvitation, password: string): Promise<void> {
    const counted = { pace: 'account', of: personId } as const;
    const wait = await this.throttle.admit([counted], this.clock.now());
    if (wait > 0) throw tooManyTries(wait);
    if (!(await isPassword(hash, password))) {
      throw new Refusal('sign-in-failed', 'That is not your password', {
        detail: 'Type the password you already sign in to Rounds with.',
      });
    }
    await this.throttle.clear(counted);
  }

  private async accept(
    tx: Tx,
    invitation: OpenInvitation,
    { newHash, sharedDevice }: { newHash: string | null; sharedDevice: boolean },
    visitor: Visitor,
  ): Promise<Opened> {
    const { token, link, owner } = invitation;
    const { organisationId, purpose, personId: invited } = link;
    const { personId, hash } = owner;
    const at = this.clock.now();
    if ((await this.links.use(tx, token, at)) === null) throw linkNotValid();
    await this.links.withdrawOpen(
      tx,
      { personId: invited, organisationId, purposes: ['invitation', 'joining-code', 'first-administrator'] },
      at,
    );
    await this.join(tx, invitation, at);
    if (newHash !== null) await this.credentials.set(tx, personId, newHash, at);
    if (newHash !== null && hash !== null) await this.replaced(tx, personId, at);
    await this.audit.add(tx, {
      at,
      action: 'invitation.accepted',
      actorPersonId: personId,
      ...(await this.memberships.placeOf(tx, personId, organisationId, at)),
      subjectPersonId: personId,
      detail: { purpose, passwordSet: newHash !== null, ...(invited !== personId && { invitedAs: invited }) },
      sourceAddress: visitor.address,
      correlationId: visitor.correlationId,
    });
    const open = await this.opening.openTo(tx, personId);
    const passwordHash = newHash ?? hash;
    const by = purpose;
    return this.opening.run(tx, { personId, organisationId, open, passwordHash, sharedDevice, by, at }, visitor);
  }

  private async join(tx: Tx, { link, owner }: OpenInvitation, at: Date): Promise<void> {
    const { organisationId, personId: invited } = link;
    if (owner.personId !== invited) {
      const joined = await this.memberships.acceptAs(tx, { invited, owner: owner.personId, organisationId }, at);
      if (!joined) throw linkNotValid();
      return this.people.empty(tx, invited, at);
    }
    await this.people.takeInvitedEmail(tx, invited, organisationId);
    await this.memberships.accept(tx, invited, organisationId, at);
  }

  /** A password was there before: who used it is signed out, and its owner told. */
  private async replaced(tx: Tx, personId: string, at: Date): Promise<void> {
    await this.sessions.endAll(tx, personId, at);
    const order: PasswordChangedOrder = { personId };
    await this.post.order(tx, { kind: PASSWORD_CHANGED_MAIL, key: `${personId}:${at.getTime()}`, data: order });
  }
}

function passwordMissing(): Refusal {
  const message = 'Type a password.';
  return new Refusal('invalid-request', 'A password is needed', { faults: [{ field: 'password', message }] });
}

/** Two organisations invited one address, and the other invitation was accepted a moment before. */
function nowKnown(): Refusal {
  return new Refusal('conflict', 'You have a sign-in since a moment ago', {
    detail: 'Open the link again, and join with the password you chose.',
  });
}

function memberAlready(): Refusal {
  return new Refusal('conflict', 'You belong to this organisation already', {
    detail: 'Sign in as you always do. Tell your administrator that you are in the list twice.',
  });
}
