import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A picture of a version. */
@Entity('version_media')
export class VersionMediaEntity {
  @PrimaryColumn({ name: 'version_id', type: 'uuid' })
  versionId: string;

  /** Name without a folder. */
  @PrimaryColumn({ type: 'text' })
  file: string;

  @Column({ name: 'media_type', type: 'text' })
  mediaType: string;

  @Column({ type: 'bytea' })
  bytes: Buffer;
}
