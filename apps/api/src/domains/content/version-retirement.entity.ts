import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A version taken back from learners. Records of it stay. */
@Entity('version_retirement')
export class VersionRetirementEntity {
  @PrimaryColumn({ name: 'version_id', type: 'uuid' })
  versionId: string;

  @Column({ name: 'retired_at', type: 'timestamptz' })
  retiredAt: Date;

  @Column({ type: 'text' })
  reason: string;
}
