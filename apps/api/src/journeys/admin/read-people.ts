import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { QueryOf, ResponseOf } from '@rounds/contracts/endpoint';
import type { listPeople, PersonDetail } from '@rounds/contracts/people';
import { UnitStore } from '../../domains/identity/unit.store.ts';
import { Db } from '../../platform/db.ts';
import { peoplePage } from '../../views/people.view.ts';
import { personDetail } from '../../views/person.view.ts';
import { Administration, noSuchPerson, noSuchUnit } from './administration.ts';

/** The list of people, and one of them. */
@Injectable()
export class ReadPeople {
  constructor(
    private readonly db: Db,
    private readonly administration: Administration,
    private readonly units: UnitStore,
  ) {}

  page(actor: Actor, query: QueryOf<typeof listPeople>): Promise<ResponseOf<typeof listPeople>> {
    return this.db.read(actor, async (tx) => {
      const scope = await this.administration.scope(tx, actor);
      const { unit } = query;
      if (unit !== undefined) {
        const reached = scope.unitIds === null || scope.unitIds.includes(unit);
        if (!reached || (await this.units.find(tx, actor.organisationId, unit)) === null) throw noSuchUnit();
      }
      return peoplePage(tx, scope, query);
    });
  }

  one(actor: Actor, personId: string): Promise<PersonDetail> {
    return this.db.read(actor, async (tx) => {
      const found = await personDetail(tx, await this.administration.scope(tx, actor), personId);
      if (found === null) throw noSuchPerson();
      return found;
    });
  }
}
