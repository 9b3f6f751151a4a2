import type { Actor } from '@rounds/contracts/actor';
import { civilDate } from '@rounds/rules/civil-date';
import { MembershipStore } from '../../domains/identity/membership.store.ts';
import { OrganisationStore } from '../../domains/identity/organisation.store.ts';
import { PostStore } from '../../domains/identity/post.store.ts';
import { RoleStore } from '../../domains/identity/role.store.ts';
import { UnitStore } from '../../domains/identity/unit.store.ts';
import { Db, type ReadTx, SYSTEM } from '../../platform/db.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { type DemoCode, ORGANISATIONS } from '../cast/cast.ts';
import { ZONE } from '../story/calendar.ts';
import type { Stage } from './stage.ts';

/** What the audit log says of where the story's people sit. */
export const ELSEWHERE: Caller = { address: 'demo', userAgent: 'demo', correlationId: 'demo' };

/** Knows the people of the story by name, and whom they act as. */
export class Troupe {
  private readonly ids = new Map<string, { personId: string; organisationId: string }>();

  constructor(private readonly stage: Stage) {}

  /** Who is there so far, found by staff number. */
  find(organisation: DemoCode, who: string): Promise<{ personId: string; organisationId: string } | null> {
    return this.stage.get(Db).read(SYSTEM, (tx) => this.look(tx, organisation, who));
  }

  /** As a session of this person would say at the story's time. */
  actor(organisation: DemoCode, who: string): Promise<Actor> {
    return this.stage.get(Db).read(SYSTEM, async (tx) => {
      const found = await this.look(tx, organisation, who);
      if (found === null) throw new Error(`${who} is not in ${organisation} yet`);
      const { personId, organisationId } = found;
      const units = await this.stage.get(UnitStore).tree(tx, organisationId);
      const grants = await this.stage.get(RoleStore).of(tx, personId, organisationId);
      const roles = grants.map(({ role, unitId }) => ({
        role,
        unitIds: units.filter(({ ancestors }) => ancestors.includes(unitId)).map((unit) => unit.unitId),
      }));
      const today = civilDate(this.stage.clock.now(), ZONE) ?? '';
      const posts = await this.stage.get(PostStore).of(tx, personId, organisationId);
      const held = posts.filter(({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || endsOn >= today));
      const root = units.find(({ parentId }) => parentId === null);
      const postUnitIds = held.length > 0 ? held.map(({ unitId }) => unitId) : [root?.unitId ?? ''];
      return { personId, organisationId, postUnitIds, roles };
    });
  }

  private async look(tx: ReadTx, organisation: DemoCode, who: string) {
    const key = `${organisation}:${who}`;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const there = await this.stage.get(OrganisationStore).findByShortCode(tx, organisation);
    const number = ORGANISATIONS.find(({ code }) => code === organisation)?.members.find(
      ({ name }) => name === who,
    )?.staffNumber;
    if (there === null || number === undefined) return null;
    const membership = await this.stage.get(MembershipStore).findByStaffNumber(tx, there.organisationId, number);
    if (membership === null) return null;
    const { personId, organisationId } = membership;
    this.ids.set(key, { personId, organisationId });
    return { personId, organisationId };
  }
}
