import { MembershipStore } from '../../domains/identity/membership.store.ts';
import { PersonStore } from '../../domains/identity/person.store.ts';
import { ChangeUnits } from '../../journeys/admin/change-units.ts';
import { MakeFirstAdministrator } from '../../journeys/system/make-first-administrator.ts';
import { Db, SYSTEM } from '../../platform/db.ts';
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
    const { code, members, units: wanted } = organisation;
    if ((await this.troupe.find(code, members[0].name)) === null) await this.found(organisation);
    const actor = await this.troupe.actor(code, members[0].name);
    const adding = this.stage.get(ChangeUnits);
    let { units } = await adding.list(actor);
    const idOf = (unit: string | null) =>
      units.find(({ name, parentId }) => (unit === null ? parentId === null : name === unit))?.unitId ?? '';
    for (const { name, within } of wanted) {
      if (idOf(name) === '')
        ({ units } = await adding.add({ actor, caller: ELSEWHERE }, { parentId: idOf(within), name }));
    }
  }

  /** By the installation's command, which knows of no staff numbers. */
  private async found({ code, name: organisation, members: [first] }: DemoOrganisation): Promise<void> {
    const [givenName = '', familyName = ''] = first.name.split(' ');
    const email = first.email ?? '';
    const wanted = { organisation, code, timeZone: ZONE, givenName, familyName, email, again: true };
    const { organisationId } = (await this.stage.get(MakeFirstAdministrator).run(wanted)).organisation;
    await this.stage.get(Db).transaction(SYSTEM, async (tx) => {
      const person = await this.stage.get(PersonStore).findByEmail(tx, email);
      if (person === null) throw new Error(`${first.name} is gone`);
      await this.stage.get(MembershipStore).changeStaffNumber(tx, person.personId, organisationId, first.staffNumber);
    });
  }
}
