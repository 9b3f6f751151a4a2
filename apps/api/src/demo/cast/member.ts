import type { Role } from '@rounds/contracts/actor';

/** A post in one of the demo's organisations, and who holds it. Every number counts days before the anchor. */
export type Member = {
  /** Given and family name: what a person is known by throughout the story. */
  name: string;
  staffNumber: string;
  unit: string;
  title: string;
  staffGroup: string;
  /** When the post began. */
  since: number;
  /** Those who sign in have an address of the demo's; others one of their organisation's, and some none. */
  email: string | null;
  roles?: readonly MemberRole[];
  /** Added to the organisation on this day, and not at its founding. */
  joins?: number;
  /** Into another unit, with the same post. */
  moves?: { unit: string; on: number };
  /** The post ends and the account is suspended. */
  leaves?: number;
};

/** `unit` null: the whole organisation. */
export type MemberRole = { role: Role; unit: string | null };
