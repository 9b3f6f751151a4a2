import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A named person vouches for a version in their organisation. */
@Entity('sign_off')
export class SignOffEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'version_id', type: 'uuid' })
  versionId: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  /** Name and title as they were. */
  @Column({ name: 'person_name', type: 'text' })
  personName: string;

  @Column({ name: 'person_title', type: 'text' })
  personTitle: string;

  @Column({ type: 'text' })
  comment: string;

  @Column({ name: 'signed_at', type: 'timestamptz' })
  signedAt: Date;
}
