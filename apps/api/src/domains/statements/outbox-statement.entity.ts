import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An xAPI statement on its way to the learning record store of an organisation. */
@Entity('statement_outbox')
export class OutboxStatementEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  @Column({ type: 'jsonb' })
  statement: object;

  @Column({ name: 'queued_at', type: 'timestamptz' })
  queuedAt: Date;

  @Column({ name: 'delivered_at', type: 'timestamptz', nullable: true })
  deliveredAt: Date | null;
}
