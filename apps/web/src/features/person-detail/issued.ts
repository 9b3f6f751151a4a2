import type { IssuedLink } from '@rounds/contracts/person-links';

/** A way in that was just made. */
export type Issued = { kind: 'invitation' | 'joining-code'; link: IssuedLink };
