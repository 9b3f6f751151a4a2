import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@rounds/contracts/endpoint';
import type { correctPerson, PersonDetail } from '@rounds/contracts/people';
import { ADDRESS_CHANGED_MAIL, type AddressChangedOrder } from '../../domains/identity/account-mail.ts';
import { LinkStore } from '../../domains/identity/link.store.ts';
import { MembershipStore } from '../../domains/identity/membership.store.ts';
import { PersonStore } from '../../domains/identity/person.store.ts';
import { type Member, SubjectStore } from '../../domains/identity/subject.store.ts';
import { MailPost } from '../../platform/mail/mail-post.ts';
import { Refusal } from '../../platform/problems.ts';
import { type Act, Administration, type Change, mustReachSignIn, type Noted } from './administration.ts';
import { addressInUse, refuseTaken } from './people-taken.ts';

type Correction = BodyOf<typeof correctPerson>;
type Corrected = Pick<Member, 'givenName' | 'familyName' | 'email' | 'staffNumber'>;

const FIELDS = ['givenName', 'familyName', 'email', 'staffNumber'] as const;

/** Corrects a name, an e-mail address or a staff number. */
@Injectable()
export class CorrectPerson {
  constructor(
    private readonly administration: Administration,
    private readonly subjects: SubjectStore,
    private readonly people: PersonStore,
    private readonly memberships: MembershipStore,
    private readonly links: LinkStore,
    private readonly post: MailPost,
  ) {}

  run(act: Act, personId: string, correction: Correction): Promise<PersonDetail> {
    return refuseTaken(() =>
      this.administration.changePerson(act, personId, (change) => this.correct(change, correction)),
    );
  }

  private async correct(change: Change, correction: Correction): Promise<Noted | null> {
    const { tx, act, member } = change;
    mustReachSignIn(change);
    const next = corrected(member, correction);
    const fields = FIELDS.filter((field) => next[field] !== member[field]);
    if (fields.length === 0) return null;
    refuseNoWayIn(member, next);
    const renamed = fields.includes('givenName') || fields.includes('familyName');
    const shared = fields.filter((field) => field !== 'staffNumber');
    if (shared.length > 0 && (await this.subjects.isKnownElsewhere(tx, act.actor.organisationId, member.personId)))
      throw usedElsewhere(shared);
    if (next.email !== member.email) await this.changeEmail(change, next.email);
    if (renamed) await this.people.rename(tx, member.personId, next);
    if (next.staffNumber !== member.staffNumber) {
      await this.memberships.changeStaffNumber(tx, member.personId, act.actor.organisationId, next.staffNumber);
    }
    return { action: 'person.corrected', detail: { fields } };
  }

  /** Links that went to the old address open nothing any more, and whoever reads it is told. */
  private async changeEmail(change: Change, email: string | null): Promise<void> {
    const { tx, act, member, now } = change;
    const { personId, email: oldEmail } = member;
    const { organisationId } = act.actor;
    if (email !== null && (await this.memberships.hasEmail(tx, organisationId, email, personId))) throw addressInUse();
    if (member.pending) return this.changeInvitedEmail(change, email);
    await this.people.changeEmail(tx, personId, email);
    if (oldEmail === null) return;
    await this.links.withdrawOpen(tx, { personId, organisationId, purposes: ['invitation'] }, now);
    await tx.asSystem(() =>
      this.links.withdrawOpen(tx, { personId, organisationId: null, purposes: ['password-reset'] }, now),
    );
    const order: AddressChangedOrder = { personId, organisationId, oldEmail };
    await this.post.order(tx, { kind: ADDRESS_CHANGED_MAIL, key: `${personId}:${now.getTime()}`, data: order });
  }

  /** Nobody signs in by it yet, so nobody is told. */
  private async changeInvitedEmail({ tx, act, member, now }: Change, email: string | null): Promise<void> {
    const { personId } = member;
    const { organisationId } = act.actor;
    await this.memberships.changeInvitedEmail(tx, personId, organisationId, email);
    await this.links.withdrawOpen(tx, { personId, organisationId, purposes: ['invitation'] }, now);
  }
}

function corrected(member: Member, { givenName, familyName, email, staffNumber }: Correction): Corrected {
  return {
    givenName: givenName ?? member.givenName,
    familyName: familyName ?? member.familyName,
    email: email === undefined ? member.email : email,
    staffNumber: staffNumber === undefined ? member.staffNumber : staffNumber,
  };
}

function refuseNoWayIn({ hasPassword }: Member, { email, staffNumber }: Corrected): void {
  if (!hasPassword || email !== null || staffNumber !== null) return;
  throw new Refusal('conflict', 'They could no longer sign in', {
    detail: 'Give a staff number, or keep the e-mail address.',
  });
}

/**
 * One name and one address serve all organisations of a person, so none of them changes it alone. The person has no page
 * to change them on either.
 */
function usedElsewhere(fields: readonly string[]): Refusal {
  return new Refusal('not-allowed', 'This is not yours alone to change', {
    detail:
      'The person uses this name and address outside your organisation too. Ask the people who run Rounds for you to change it.',
    faults: fields.map((field) => ({ field, message: 'This cannot be changed here.' })),
  });
}
