import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An item edition that a module version holds. */
@Entity('module_version_item')
export class ModuleVersionItemEntity {
  @PrimaryColumn({ name: 'version_id', type: 'uuid' })
  versionId: string;

  @PrimaryColumn({ name: 'item_version_id', type: 'uuid' })
  itemVersionId: string;

  /** Null: of the library, which every organisation reads. */
  @Column({ name: 'organisation_id', type: 'uuid', nullable: true })
  organisationId: string | null;

  @Column({ type: 'int' })
  position: number;
}
