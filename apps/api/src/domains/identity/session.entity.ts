import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One device on which a person is signed in. */
@Entity('session')
export class SessionEntity {
  /** SHA-256 of the cookie's token. */
  @PrimaryColumn({ name: 'token_hash', type: 'bytea' })
  tokenHash: Buffer;

  @Column({ type: 'uuid' })
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  /** Null until a person of several organisations has chosen one. */
  @Column({ name: 'organisation_id', type: 'uuid', nullable: true })
  organisationId: string | null;

  @Column({ name: 'shared_device', type: 'boolean' })
  sharedDevice: boolean;

  @Column({ name: 'user_agent', type: 'text' })
  userAgent: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'last_seen_at', type: 'timestamptz' })
  lastSeenAt: Date;

  /** Over at this instant, unless the session is used before. */
  @Column({ name: 'idle_until', type: 'timestamptz' })
  idleUntil: Date;

  /** Over at this instant, however much it is used. */
  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;
}
