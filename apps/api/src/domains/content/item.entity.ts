import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An item of a learning module, the same through all versions of the module. */
@Entity('item')
export class ItemEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'module_id', type: 'uuid' })
  moduleId: string;

  /** Null: of the library, which every organisation reads. */
  @Column({ name: 'organisation_id', type: 'uuid', nullable: true })
  organisationId: string | null;

  /** Its author's name for it. */
  @Column({ type: 'text' })
  code: string;
}
