import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The right key of an item edition, mended in one organisation. The latest counts; the frozen version stays. */
@Entity('key_correction')
export class KeyCorrectionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'item_version_id', type: 'uuid' })
  itemVersionId: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  /** Who mended it. */
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  /** Key. */
  @Column({ type: 'jsonb' })
  key: object;

  @Column({ type: 'text' })
  reason: string;

  @Column({ name: 'corrected_at', type: 'timestamptz' })
  correctedAt: Date;
}
