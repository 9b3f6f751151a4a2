import type { IssuedLink } from '@rounds/contracts/people';

/** A way in that was just made. */
export type Issued = { kind: 'invitation' | 'joining-code'; link: IssuedLink };
