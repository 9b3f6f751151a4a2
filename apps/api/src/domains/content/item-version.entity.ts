import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An edition of an item, frozen. Several module versions may hold the same one. */
@Entity('item_version')
export class ItemVersionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'item_id', type: 'uuid' })
  itemId: string;

  /** Null: of the library, which every organisation reads. */
  @Column({ name: 'organisation_id', type: 'uuid', nullable: true })
  organisationId: string | null;

  /** From 1, within its item. */
  @Column({ type: 'int' })
  number: number;

  @Column({ type: 'text' })
  kind: string;

  /** MarkingItem. */
  @Column({ type: 'jsonb' })
  content: object;

  @Column({ name: 'content_hash', type: 'text' })
  contentHash: string;
}
