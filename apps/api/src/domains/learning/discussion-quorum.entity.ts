import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A second person has confirmed: from here on the minutes of all who did count, whoever is erased later. */
@Entity('discussion_quorum')
export class DiscussionQuorumEntity {
  @PrimaryColumn({ name: 'discussion_id', type: 'uuid' })
  discussionId: string;

  @Column({ name: 'reached_at', type: 'timestamptz' })
  reachedAt: Date;
}
