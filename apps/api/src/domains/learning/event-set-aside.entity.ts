import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something a device sent that could not be taken, kept with the reason. */
@Entity('event_set_aside')
export class EventSetAsideEntity {
  /** Made from person and content, so that the same thing is kept once. */
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  /** As sent: perhaps no uuid, perhaps empty. */
  @Column({ name: 'event_id', type: 'text' })
  eventId: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'jsonb' })
  payload: object;

  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt: Date;
}
