import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing a learner did, as their device sent it. Unique for the person by the id made there. */
@Entity('learner_event')
export class LearnerEventEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId: string;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  /** As at the time. */
  @Column({ name: 'unit_id', type: 'uuid' })
  unitId: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'int' })
  v: number;

  @Column({ name: 'version_id', type: 'uuid', nullable: true })
  versionId: string | null;

  @Column({ name: 'device_id', type: 'uuid' })
  deviceId: string;

  /** Counts up on one device. */
  @Column({ type: 'bigint' })
  seq: string;

  /** The device's own time, corrected, where it can be; else the arrival. */
  @Column({ name: 'occurred_at', type: 'timestamptz' })
  occurredAt: Date;

  @Column({ name: 'timed_by', type: 'text' })
  timedBy: 'device' | 'arrival';

  @Column({ type: 'text' })
  zone: string;

  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt: Date;

  /** The whole event. */
  @Column({ type: 'jsonb' })
  payload: object;
}
