import { MembershipStore } from '../../domains/identity/membership.store.ts';
import { type Post, PostStore } from '../../domains/identity/post.store.ts';
import { RoleStore } from '../../domains/identity/role.store.ts';
import { AddPerson } from '../../journeys/admin/add-person.ts';
import type { Act } from '../../journeys/admin/administration.ts';
import { ChangePosts } from '../../journeys/admin/change-posts.ts';
import { ChangeRoles } from '../../journeys/admin/change-roles.ts';
import { ChangeUnits } from '../../journeys/admin/change-units.ts';
import { SuspendPerson } from '../../journeys/admin/suspend-person.ts';
import { Db, SYSTEM } from '../../platform/db.ts';
import type { DemoCode, DemoOrganisation } from '../cast/cast.ts';
import type { Member } from '../cast/member.ts';
import { at, daysBefore } from '../story/calendar.ts';
import type { Stage } from './stage.ts';
import { ELSEWHERE, type Troupe } from './troupe.ts';

const MORNING = 9 * 60;

/** An organisation at work: its administrator acting, and its units by name; null is the whole. */
type Place = { organisation: DemoOrganisation; act: Act; unitId: (name: string | null) => string };

/** Gives an organisation its people, with their posts and roles as the years changed them. What is there is left as it is. */
export class AddMembers {
  constructor(
    private readonly stage: Stage,
    private readonly troupe: Troupe,
    private readonly anchor: string,
  ) {}

  /** `founded`: days before the anchor. */
  async run(organisation: DemoOrganisation, founded: number): Promise<void> {
    const actor = await this.troupe.actor(organisation.code, organisation.members[0].name);
    const { units } = await this.stage.get(ChangeUnits).list(actor);
    const unitId = (wanted: string | null) =>
      units.find(({ name, parentId }) => (wanted === null ? parentId === null : name === wanted))?.unitId ?? '';
    const place = { organisation, act: { actor, caller: ELSEWHERE }, unitId };
    for (const member of organisation.members) {
      this.comeTo(member.joins ?? founded);
      const personId = await this.add(place, member);
      await this.giveRoles(place, personId, member);
      await this.move(place, personId, member);
      await this.leave(place, personId, member);
    }
  }

  private comeTo(days: number): void {
    this.stage.clock.moveTo(at(daysBefore(this.anchor, days), MORNING));
  }

  private async add(place: Place, member: Member): Promise<string> {
    const found = await this.troupe.find(place.organisation.code, member.name);
    const known = found?.personId ?? (await this.addFromElsewhere(place, member));
    if (known === null) return this.addNew(place, member);
    if ((await this.postsOf(place, known)).length === 0)
      await this.stage.get(ChangePosts).add(place.act, known, this.firstPost(place, member));
    return known;
  }

  private async addNew(place: Place, member: Member): Promise<string> {
    const [givenName = '', familyName = ''] = member.name.split(' ');
    const { staffNumber, email } = member;
    const person = {
      givenName,
      familyName,
      staffNumber,
      ...(email !== null && { email }),
      post: this.firstPost(place, member),
    };
    return (await this.stage.get(AddPerson).run(place.act, person)).personId;
  }

  /** Somebody who works in the other organisation too joins this one as the same person; null for all others. */
  private async addFromElsewhere({ organisation, act }: Place, { name, staffNumber }: Member): Promise<string | null> {
    const other: DemoCode = organisation.code === 'northgate' ? 'fellside' : 'northgate';
    const person = await this.troupe.find(other, name);
    if (person === null) return null;
    const { personId } = person;
    const { organisationId } = act.actor;
    await this.stage
      .get(Db)
      .transaction(SYSTEM, (tx) =>
        this.stage
          .get(MembershipStore)
          .add(tx, { personId, organisationId, staffNumber, joinedAt: this.stage.clock.now(), pending: false }),
      );
    return personId;
  }

  private firstPost({ unitId }: Place, { unit, title, staffGroup, since }: Member) {
    return { unitId: unitId(unit), title, staffGroup, main: true, startsOn: daysBefore(this.anchor, since) };
  }

  private postsOf({ act }: Place, personId: string): Promise<Post[]> {
    const { organisationId } = act.actor;
    return this.stage.get(Db).read(SYSTEM, (tx) => this.stage.get(PostStore).of(tx, personId, organisationId));
  }

  private async giveRoles({ act, unitId }: Place, personId: string, { roles = [] }: Member): Promise<void> {
    if (roles.length === 0) return;
    const held = await this.stage
      .get(Db)
      .read(SYSTEM, (tx) => this.stage.get(RoleStore).of(tx, personId, act.actor.organisationId));
    for (const { role, unit } of roles) {
      const wanted = { role, unitId: unitId(unit) };
      if (!held.some((one) => one.role === role && one.unitId === wanted.unitId))
        await this.stage.get(ChangeRoles).grant(act, personId, wanted);
    }
  }

  private async move(place: Place, personId: string, { moves, title, staffGroup }: Member): Promise<void> {
    if (moves === undefined) return;
    this.comeTo(moves.on);
    const posts = await this.postsOf(place, personId);
    const [changing, wanted] = [this.stage.get(ChangePosts), place.unitId(moves.unit)];
    if (posts.some(({ unitId }) => unitId === wanted)) return;
    await this.endPosts(place, personId, daysBefore(this.anchor, moves.on + 1));
    await changing.add(place.act, personId, {
      unitId: wanted,
      title,
      staffGroup,
      main: true,
      startsOn: daysBefore(this.anchor, moves.on),
    });
  }

  private async leave(place: Place, personId: string, { leaves }: Member): Promise<void> {
    if (leaves === undefined) return;
    this.comeTo(leaves);
    await this.endPosts(place, personId, daysBefore(this.anchor, leaves));
    await this.stage.get(SuspendPerson).suspend(place.act, personId, 'Moved to another employer.');
  }

  private async endPosts(place: Place, personId: string, endsOn: string): Promise<void> {
    for (const { postId, endsOn: ended } of await this.postsOf(place, personId)) {
      if (ended === null) await this.stage.get(ChangePosts).end(place.act, { personId, postId }, endsOn);
    }
  }
}
