import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Recent failures of one account, source address or the like, known only by a hash. */
@Entity('sign_in_throttle')
export class SignInThrottleEntity {
  @PrimaryColumn({ name: 'key_hash', type: 'bytea' })
  keyHash: Buffer;

  @Column({ type: 'int' })
  failures: number;

  @Column({ name: 'last_failed_at', type: 'timestamptz' })
  lastFailedAt: Date;
}
