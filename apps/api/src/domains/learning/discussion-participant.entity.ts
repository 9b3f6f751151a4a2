import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who confirmed, on their own device and with a line of their own, that they took part. */
@Entity('discussion_participant')
export class DiscussionParticipantEntity {
  @PrimaryColumn({ name: 'discussion_id', type: 'uuid' })
  discussionId: string;

  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId: string;

  /** Private to its writer. */
  @Column({ type: 'text' })
  line: string;

  @Column({ name: 'confirmed_at', type: 'timestamptz' })
  confirmedAt: Date;
}
