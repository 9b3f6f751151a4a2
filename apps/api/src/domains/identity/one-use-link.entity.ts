import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LinkPurpose } from './rules/link-purpose.ts';

/** A secret that lets one person in once: to accept an invitation or to set a new password. */
@Entity('one_use_link')
export class OneUseLinkEntity {
  /** SHA-256 of the token in the link. */
  @PrimaryColumn({ name: 'token_hash', type: 'bytea' })
  tokenHash: Buffer;

  @Column({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  purpose: LinkPurpose;

  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  /** The organisation that invites; null for a password reset. */
  @Column({ name: 'organisation_id', type: 'uuid', nullable: true })
  organisationId: string | null;

  /** The administrator who made it; null when the person asked for it, or a command made it. */
  @Column({ name: 'made_by', type: 'uuid', nullable: true })
  madeBy: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt: Date | null;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null;
}
