import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@rounds/contracts/endpoint';
import type { addPost, PersonDetail } from '@rounds/contracts/people';
import { reachesUnit } from '../../domains/identity/administer.policy.ts';
import { OpenUnitStore } from '../../domains/identity/open-unit.store.ts';
import { PostStore } from '../../domains/identity/post.store.ts';
import { UnitStore } from '../../domains/identity/unit.store.ts';
import { Refusal } from '../../platform/problems.ts';
import { v7 } from '../../platform/uuid.ts';
import { type Act, Administration, type Change, type Noted } from './administration.ts';
import { refuseBackwards } from './post-days.ts';

/** Dated posts: added, and ended on a day. */
@Injectable()
export class ChangePosts {
  constructor(
    private readonly administration: Administration,
    private readonly posts: PostStore,
    private readonly units: UnitStore,
    private readonly openUnits: OpenUnitStore,
  ) {}

  add(act: Act, personId: string, post: BodyOf<typeof addPost>): Promise<PersonDetail> {
    refuseBackwards(post, 'endsOn');
    return this.administration.changePerson(act, personId, async ({ tx, reach, now }) => {
      const { organisationId } = act.actor;
      const { unitId, name: unit } = await this.administration.holdUnit(tx, act.actor, reach, post.unitId);
      const { title, staffGroup, main, startsOn, endsOn = null } = post;
      const postId = v7(now);
      await this.posts.add(tx, { postId, personId, organisationId, unitId, title, staffGroup, main, startsOn, endsOn });
      if (main) await this.posts.demoteOthers(tx, personId, organisationId, postId);
      return { action: 'post.added', unitId, detail: { unitId, unit, title, staffGroup, main, startsOn, endsOn } };
    });
  }

  end(act: Act, { personId, postId }: { personId: string; postId: string }, endsOn: string): Promise<PersonDetail> {
    return this.administration.changePerson(act, personId, (change) => this.endOne(change, postId, endsOn));
  }

  private async endOne(
    { tx, act, reach, member, today }: Change,
    postId: string,
    endsOn: string,
  ): Promise<Noted | null> {
    const { organisationId } = act.actor;
    const post = await this.posts.find(tx, organisationId, member.personId, postId);
    if (post === null) throw new Refusal('not-found', 'This person has no such post');
    if (!reachesUnit(reach, post.unitId)) {
      throw new Refusal('not-allowed', 'This post is in a unit that is not yours', {
        detail: 'Ask an administrator of that unit.',
      });
    }
    refuseBackwards({ startsOn: post.startsOn, endsOn }, 'endsOn');
    if (post.endsOn === endsOn) return null;
    const open = await this.openUnits.hold(tx, organisationId, post.unitId);
    if (open === null && endsOn >= today) throw unitClosed();
    await this.posts.end(tx, organisationId, postId, endsOn);
    const unit = open?.name ?? (await this.units.find(tx, organisationId, post.unitId))?.name;
    const detail = { unitId: post.unitId, unit, title: post.title, endsOn: { from: post.endsOn, to: endsOn } };
    return { action: 'post.ended', unitId: post.unitId, detail };
  }
}

function unitClosed(): Refusal {
  return new Refusal('conflict', 'The unit is closed', { detail: 'A post in it can only end before today.' });
}
