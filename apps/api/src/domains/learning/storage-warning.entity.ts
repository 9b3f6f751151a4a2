import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person was told that what they did since an opening of a module may be forgotten by their browser. */
@Entity('storage_warning')
export class StorageWarningEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId: string;

  /** The event by which the module was opened. */
  @PrimaryColumn({ name: 'opening_id', type: 'uuid' })
  openingId: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  @Column({ name: 'warned_at', type: 'timestamptz' })
  warnedAt: Date;
}
