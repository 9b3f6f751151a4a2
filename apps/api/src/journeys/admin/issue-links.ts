import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PersonDetail } from '@rounds/contracts/people';
import type { IssuedLink } from '@rounds/contracts/person-links';
import { INVITATION_MAIL, type InvitationOrder } from '../../domains/identity/account-mail.ts';
import { IssuedLinkStore } from '../../domains/identity/issued-link.store.ts';
import { LinkStore } from '../../domains/identity/link.store.ts';
import type { LinkPurpose } from '../../domains/identity/rules/link-purpose.ts';
import { joinPath } from '../../domains/identity/rules/join-path.ts';
import { JOINING_CODE_BYTES, joiningCode, joiningToken } from '../../domains/identity/rules/joining-code.ts';
import { linkExpiry } from '../../domains/identity/rules/link-lifetime.ts';
import { Db } from '../../platform/db.ts';
import { MailPost } from '../../platform/mail/mail-post.ts';
import { Refusal } from '../../platform/problems.ts';
import { type Act, Administration, type Change, mustReachSignIn } from './administration.ts';

const WAYS_IN: LinkPurpose[] = ['invitation', 'joining-code', 'first-administrator'];

/** One-use ways in: mailed links, links shown once, printed codes. A new one takes the place of those before. */
@Injectable()
export class IssueLinks {
  constructor(
    private readonly db: Db,
    private readonly administration: Administration,
    private readonly links: LinkStore,
    private readonly issued: IssuedLinkStore,
    private readonly post: MailPost,
  ) {}

  /** `origin`: what a shown link begins with. */
  invite(act: Act, personId: string, origin: string): Promise<IssuedLink> {
    return this.issue(act, personId, async (change) => {
      const { linkId, token, expiresAt } = await this.make(change, 'invitation');
      const mailed = change.member.email !== null && this.post.canSend;
      const order: InvitationOrder = { linkId };
      if (mailed) await this.post.order(change.tx, { kind: INVITATION_MAIL, key: linkId, data: order });
      const delivery = mailed ? 'mailed' : 'shown';
      await this.administration.noteOf(change, { action: 'invitation.made', detail: { delivery } });
      return { linkId, delivery, shown: mailed ? null : origin + joinPath(token), expiresAt };
    });
  }

  printCode(act: Act, personId: string): Promise<IssuedLink> {
    return this.issue(act, personId, async (change) => {
      if (change.member.hasPassword && change.member.email !== null && this.post.canSend) throw hasOwnWay();
      const code = joiningCode(randomBytes(JOINING_CODE_BYTES));
      const { linkId, expiresAt } = await this.make(
        change,
        'joining-code',
        joiningToken(change.organisation.shortCode, code),
      );
      await this.administration.noteOf(change, { action: 'joining-code.made', detail: { delivery: 'shown' } });
      return { linkId, delivery: 'shown', shown: code, expiresAt };
    });
  }

  withdraw(act: Act, { personId, linkId }: { personId: string; linkId: string }): Promise<PersonDetail> {
    return this.administration.changePerson(act, personId, async (change) => {
      const { tx, now } = change;
      mustReachSignIn(change);
      const { organisationId } = act.actor;
      const link = await this.issued.find(tx, { organisationId, personId, linkId }, now);
      if (link === null) throw new Refusal('not-found', 'This person has no such link');
      if (!link.open || !(await this.links.withdraw(tx, linkId, now))) {
        throw new Refusal('already-done', 'This link no longer opens anything', {
          detail: 'It was used, withdrawn, or is too old.',
        });
      }
      return { action: 'link.withdrawn', detail: { purpose: link.purpose } };
    });
  }

  private issue(
    act: Act,
    personId: string,
    work: (change: Change) => Promise<Omit<IssuedLink, 'organisationCode'>>,
  ): Promise<IssuedLink> {
    return this.db.transaction(act.actor, async (tx) => {
      const change = await this.administration.open(tx, act, personId);
      mustReachSignIn(change);
      refuseNoSignIn(change);
      return { ...(await work(change)), organisationCode: change.organisation.shortCode };
    });
  }

  private async make({ tx, act, member, now }: Change, purpose: LinkPurpose, token?: string) {
    const { personId: madeBy, organisationId } = act.actor;
    const { personId } = member;
    await this.links.withdrawOpen(tx, { personId, organisationId, purposes: WAYS_IN }, now);
    const expiresAt = linkExpiry(purpose, now);
    const made = await this.links.make(tx, {
      purpose,
      personId,
      organisationId,
      madeBy,
      expiresAt,
      at: now,
      ...(token !== undefined && { token }),
    });
    return { ...made, expiresAt: expiresAt.toISOString() };
  }
}

function refuseNoSignIn({ member }: Change): void {
  if (member.suspended) {
    throw new Refusal('conflict', 'This person is suspended', { detail: 'Let them in again first.' });
  }
  if (member.email === null && member.staffNumber === null) {
    throw new Refusal('conflict', 'This person has nothing to sign in with', {
      detail: 'Give a staff number or an e-mail address first.',
    });
  }
}

/** A printed code would set another password without their knowing. */
function hasOwnWay(): Refusal {
  return new Refusal('conflict', 'This person can sign in already', {
    detail: 'Who forgot their password gets a link by e-mail from the sign-in page.',
  });
}
