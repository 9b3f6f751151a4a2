import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A team discussion of a learning path, as somebody opened it. Its code holds on that day in that organisation. */
@Entity('discussion')
export class DiscussionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  @Column({ name: 'path_id', type: 'uuid' })
  pathId: string;

  /** As at the time. */
  @Column({ name: 'path_title', type: 'text' })
  pathTitle: string;

  @Column({ type: 'text' })
  code: string;

  /** The civil date in the organisation's zone. */
  @Column({ name: 'held_on', type: 'date' })
  heldOn: string;

  @Column({ name: 'opened_by', type: 'uuid' })
  openedBy: string;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt: Date;
}
