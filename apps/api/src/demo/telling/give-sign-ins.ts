import { DEMO_PASSWORD, DEMO_SIGN_INS } from '@rounds/contracts/demo';
import { CredentialStore } from '../../domains/identity/credential.store.ts';
import { IssueLinks } from '../../journeys/admin/issue-links.ts';
import { AcceptInvitation } from '../../journeys/visitor/accept-invitation.ts';
import { Db, SYSTEM } from '../../platform/db.ts';
import { ORGANISATIONS } from '../cast/cast.ts';
import { at } from '../story/calendar.ts';
import type { Stage } from './stage.ts';
import { ELSEWHERE, type Troupe } from './troupe.ts';

/** Lets those in who can sign in to the demo, and nobody else: each with a printed code, used the same day. */
export class GiveSignIns {
  constructor(
    private readonly stage: Stage,
    private readonly troupe: Troupe,
  ) {}

  /** `day`: civil date. */
  async run(day: string): Promise<void> {
    for (const [index, { email }] of DEMO_SIGN_INS.entries()) {
      this.stage.clock.moveTo(at(day, 10 * 60 + index));
      const personId = await this.waiting(email);
      if (personId !== null) await this.letIn(personId);
    }
  }

  /** Null for somebody who has a password already. */
  private async waiting(email: string): Promise<string | null> {
    const [northgate] = ORGANISATIONS;
    const member = northgate.members.find((one) => one.email === email);
    const person = member === undefined ? null : await this.troupe.find(northgate.code, member.name);
    if (person === null) throw new Error(`Nobody in the cast has the address ${email}`);
    const { personId } = person;
    const credential = await this.stage
      .get(Db)
      .read(SYSTEM, (tx) => this.stage.get(CredentialStore).find(tx, personId));
    return credential === null ? personId : null;
  }

  private async letIn(personId: string): Promise<void> {
    const [northgate] = ORGANISATIONS;
    const actor = await this.troupe.actor(northgate.code, northgate.members[0].name);
    const { shown, organisationCode } = await this.stage
      .get(IssueLinks)
      .printCode({ actor, caller: ELSEWHERE }, personId);
    const invitation = { token: `${organisationCode}.${shown}`, password: DEMO_PASSWORD, sharedDevice: false };
    await this.stage.get(AcceptInvitation).run(invitation, { ...ELSEWHERE, oldToken: null, deviceMark: null });
  }
}
