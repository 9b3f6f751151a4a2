import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { BodyOf, ResponseOf } from '@rounds/contracts/endpoint';
import type { addUnit, changeUnit, listUnits } from '@rounds/contracts/units';
import { type Reach, reachesUnit } from '../../domains/identity/administer.policy.ts';
import { type OpenUnit, OpenUnitStore } from '../../domains/identity/open-unit.store.ts';
import { PostStore } from '../../domains/identity/post.store.ts';
import { UnitStore } from '../../domains/identity/unit.store.ts';
import { Db, type ReadTx, type Tx } from '../../platform/db.ts';
import { refuseDuplicates } from '../../platform/duplicate.ts';
import { Refusal } from '../../platform/problems.ts';
import { v7 } from '../../platform/uuid.ts';
import { staffGroupsOf, unitTree } from '../../views/units.view.ts';
import { type Act, Administration, type Frame, type Noted, noSuchUnit } from './administration.ts';

type Tree = ResponseOf<typeof listUnits>;

/** The tree of units. Changes of it run one after the other. */
@Injectable()
export class ChangeUnits {
  constructor(
    private readonly db: Db,
    private readonly administration: Administration,
    private readonly units: UnitStore,
    private readonly openUnits: OpenUnitStore,
    private readonly posts: PostStore,
  ) {}

  list(actor: Actor): Promise<Tree> {
    return this.db.read(actor, (tx) => this.tree(tx, actor));
  }

  add(act: Act, { parentId, name }: BodyOf<typeof addUnit>): Promise<Tree> {
    return this.change(act, async (tx, { reach, now }) => {
      const { organisationId } = act.actor;
      const parent = await this.administration.holdUnit(tx, act.actor, reach, parentId);
      const unitId = v7(now);
      await this.units.add(tx, { unitId, organisationId, parentId, name, at: now });
      return { action: 'unit.added', unitId, detail: { unitId, name, parentId, parent: parent.name } };
    });
  }

  alter(act: Act, unitId: string, { name, parentId }: BodyOf<typeof changeUnit>): Promise<Tree> {
    return this.change(act, async (tx, { reach }) => {
      const { organisationId } = act.actor;
      const unit = await this.take(tx, act.actor, reach, unitId);
      const renamed = name !== undefined && name !== unit.name;
      const moved = parentId !== undefined && parentId !== unit.parentId;
      if (renamed) await this.units.rename(tx, organisationId, unitId, name);
      const parent = moved ? await this.move(tx, act.actor, reach, unit, parentId) : null;
      const detail = {
        unitId,
        name: renamed ? { from: unit.name, to: name } : unit.name,
        ...(parent !== null && { parent: { from: unit.parentName, to: parent.name } }),
      };
      return renamed || moved ? { action: 'unit.changed', unitId, detail } : null;
    });
  }

  private async move(tx: Tx, actor: Actor, reach: Reach, unit: OpenUnit, parentId: string): Promise<OpenUnit> {
    if (unit.parentId === null) throw new Refusal('conflict', 'The organisation itself cannot be moved');
    const parent = await this.administration.holdUnit(tx, actor, reach, parentId);
    if (parent.ancestors.includes(unit.unitId)) {
      throw new Refusal('conflict', 'A unit cannot be moved below itself', { detail: 'Choose a unit outside it.' });
    }
    await this.units.move(tx, actor.organisationId, unit.unitId, parentId);
    return parent;
  }

  close(act: Act, unitId: string): Promise<Tree> {
    return this.change(act, async (tx, { reach, now, today }) => {
      const { organisationId } = act.actor;
      const unit = await this.take(tx, act.actor, reach, unitId);
      if (unit.parentId === null) throw new Refusal('conflict', 'The organisation itself cannot be closed');
      if (await this.openUnits.hasOpenBelow(tx, organisationId, unitId)) {
        throw new Refusal('conflict', 'There are open units below this one', { detail: 'Close or move them first.' });
      }
      if (await this.posts.anyInUnitOn(tx, unitId, today)) {
        throw new Refusal('conflict', 'People have posts in this unit', {
          detail: 'End their posts first, with yesterday as the last day.',
        });
      }
      await this.units.close(tx, organisationId, unitId, now);
      return { action: 'unit.closed', unitId, detail: { unitId, name: unit.name, parent: unit.parentName } };
    });
  }

  private change(act: Act, work: (tx: Tx, frame: Frame) => Promise<Noted | null>): Promise<Tree> {
    const taken = new Refusal('conflict', 'There is a unit of this name beside it already', {
      faults: [{ field: 'name', message: 'Choose another name.' }],
    });
    const transaction = (): Promise<Tree> =>
      this.db.transaction(act.actor, async (tx) => {
        await this.units.lockTree(tx, act.actor.organisationId);
        const noted = await work(tx, await this.administration.frame(tx, act.actor));
        if (noted !== null) await this.administration.note(tx, act, noted);
        return this.tree(tx, act.actor);
      });
    return refuseDuplicates({ unit_name: taken }, transaction);
  }

  private async take(tx: Tx, { organisationId }: Actor, reach: Reach, unitId: string): Promise<OpenUnit> {
    const unit = reachesUnit(reach, unitId) ? await this.openUnits.take(tx, organisationId, unitId) : null;
    if (unit === null) throw noSuchUnit();
    return unit;
  }

  private async tree(tx: ReadTx, actor: Actor): Promise<Tree> {
    const { organisationId, unitIds, today } = await this.administration.scope(tx, actor);
    return {
      units: await unitTree(tx, organisationId, unitIds, today),
      staffGroups: await staffGroupsOf(tx, organisationId),
    };
  }
}
