import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One try at a quiz as it was submitted. Unique for the person by the id made on the device. */
@Entity('attempt')
export class AttemptEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  @Column({ name: 'version_id', type: 'uuid' })
  versionId: string;

  @Column({ name: 'try_number', type: 'int' })
  tryNumber: number;

  @Column({ type: 'jsonb' })
  responses: object;

  /** SHA-256 of version, try and responses. */
  @Column({ name: 'content_hash', type: 'bytea' })
  contentHash: Buffer;

  @Column({ name: 'device_id', type: 'uuid' })
  deviceId: string;

  @Column({ name: 'occurred_at', type: 'timestamptz' })
  occurredAt: Date;

  @Column({ name: 'timed_by', type: 'text' })
  timedBy: 'device' | 'arrival';

  @Column({ type: 'text' })
  zone: string;

  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt: Date;
}
