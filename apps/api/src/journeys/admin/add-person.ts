import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@rounds/contracts/endpoint';
import type { addPerson } from '@rounds/contracts/people';
import { MembershipStore } from '../../domains/identity/membership.store.ts';
import { PersonStore } from '../../domains/identity/person.store.ts';
import { PostStore } from '../../domains/identity/post.store.ts';
import { Clock } from '../../platform/clock.ts';
import { Db } from '../../platform/db.ts';
import { v7 } from '../../platform/uuid.ts';
import { type Act, Administration } from './administration.ts';
import { addressInUse, refuseTaken } from './people-taken.ts';
import { refuseBackwards } from './post-days.ts';

/**
 * Adds a person with a first post. They cannot sign in before they accept an invitation; not before then is it looked up
 * whether the address is known elsewhere, so that nothing here can tell.
 */
@Injectable()
export class AddPerson {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly administration: Administration,
    private readonly people: PersonStore,
    private readonly memberships: MembershipStore,
    private readonly posts: PostStore,
  ) {}

  run(act: Act, { post, ...person }: BodyOf<typeof addPerson>): Promise<{ personId: string }> {
    refuseBackwards(post, 'post.endsOn');
    const { givenName, familyName, email = null, staffNumber = null } = person;
    const { organisationId } = act.actor;
    const at = this.clock.now();
    const personId = v7(at);
    const work = async (): Promise<{ personId: string }> => {
      await this.db.transaction(act.actor, async (tx) => {
        const { reach } = await this.administration.frame(tx, act.actor);
        const { name: unit, unitId } = await this.administration.holdUnit(tx, act.actor, reach, post.unitId);
        if (email !== null && (await this.memberships.hasEmail(tx, organisationId, email))) throw addressInUse();
        await this.people.add(tx, { personId, givenName, familyName, email: null, at });
        const waiting = { personId, organisationId, staffNumber, joinedAt: at, pending: true, invitedEmail: email };
        await this.memberships.add(tx, waiting);
        await this.posts.add(tx, { postId: v7(at), personId, organisationId, ...post, endsOn: post.endsOn ?? null });
        const { title, staffGroup, startsOn, endsOn = null } = post;
        const detail = { fields: Object.keys(person), post: { unitId, unit, title, staffGroup, startsOn, endsOn } };
        await this.administration.note(tx, act, { action: 'person.added', unitId, subjectPersonId: personId, detail });
      });
      return { personId };
    };
    return refuseTaken(work);
  }
}
