import { MembershipStore } from '../../domains/identity/membership.store.ts';
import { OrganisationStore } from '../../domains/identity/organisation.store.ts';
import { PersonStore } from '../../domains/identity/person.store.ts';
import { RoleStore } from '../../domains/identity/role.store.ts';
import { UnitStore } from '../../domains/identity/unit.store.ts';
import { ChangeUnits } from '../../journeys/admin/change-units.ts';
import { Db, SYSTEM, type Tx } from '../../platform/db.ts';
import { v7 } from '../../platform/uuid.ts';
import type { DemoOrganisation } from '../cast/cast.ts';
import { ZONE } from '../story/calendar.ts';
import type { Stage } from './stage.ts';
import { ELSEWHERE, type Troupe } from './troupe.ts';

/** An organisation with its first administrator, who then adds its units. What is there is left as it is. */
export class FoundOrganisation {
  constructor(
    private readonly stage: Stage,
    private readonly troupe: Troupe,
  ) {}

  async run(organisation: DemoOrganisation): Promise<void> {
    await this.stage.get(Db).transaction(SYSTEM, async (tx) => {
      const there = await this.stage.get(OrganisationStore).findByShortCode(tx, organisation.code);
      if (there === null) await this.found(tx, organisation);
    });
    const actor = await this.troupe.actor(organisation.code, organisation.members[0].name);
    const adding = this.stage.get(ChangeUnits);
    let { units } = await adding.list(actor);
    const idOf = (unit: string | null) =>
      units.find(({ name, parentId }) => (unit === null ? parentId === null : name === unit))?.unitId ?? '';
    for (const { name, within } of organisation.units) {
      if (idOf(name) === '')
        ({ units } = await adding.add({ actor, caller: ELSEWHERE }, { parentId: idOf(within), name }));
    }
  }

  /** As the command for the first administrator of an installation does. */
  private async found(tx: Tx, { code: shortCode, name, members: [first] }: DemoOrganisation): Promise<void> {
    const at = this.stage.clock.now();
    const [organisationId, unitId, personId] = [v7(at), v7(at), v7(at)];
    const [givenName = '', familyName = ''] = first.name.split(' ');
    await this.stage.get(OrganisationStore).add(tx, { organisationId, name, shortCode, timeZone: ZONE, at });
    await this.stage.get(UnitStore).add(tx, { unitId, organisationId, parentId: null, name, at });
    await this.stage.get(PersonStore).add(tx, { personId, givenName, familyName, email: first.email, at });
    await this.stage
      .get(MembershipStore)
      .add(tx, { personId, organisationId, staffNumber: first.staffNumber, joinedAt: at, pending: true });
    const roleGrantId = v7(at);
    await this.stage
      .get(RoleStore)
      .grant(tx, { roleGrantId, personId, organisationId, role: 'administrator', unitId, grantedAt: at });
  }
}
