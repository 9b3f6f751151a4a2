import type { Actor } from '@rounds/contracts/actor';

/** What a request's cookie stands for. `actor` is null until a person of several organisations has chosen one. */
export type SignedIn = { sessionId: string; personId: string; sharedDevice: boolean; actor: Actor | null };

/** Looks sessions up; the identity domain extends it and the application binds it. */
export abstract class Sessions {
  /** Null for an unknown, ended or expired token. */
  abstract find(token: string): Promise<SignedIn | null>;
}
