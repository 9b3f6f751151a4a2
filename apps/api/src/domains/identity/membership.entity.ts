import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's belonging to one organisation. */
@Entity('membership')
export class MembershipEntity {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId: string;

  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' })
  organisationId: string;

  /** Unique within the organisation, whatever its case. */
  @Column({ name: 'staff_number', type: 'text', nullable: true })
  staffNumber: string | null;

  @Column({ name: 'joined_at', type: 'timestamptz' })
  joinedAt: Date;

  /** Until the person accepts this organisation's own invitation. */
  @Column({ type: 'boolean' })
  pending: boolean;

  /** What the organisation typed, until then; whether the address is anybody's already is not looked up before. */
  @Column({ name: 'invited_email', type: 'text', nullable: true })
  invitedEmail: string | null;

  @Column({ name: 'suspended_at', type: 'timestamptz', nullable: true })
  suspendedAt: Date | null;
}
