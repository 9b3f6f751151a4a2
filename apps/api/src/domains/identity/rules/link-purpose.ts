/** `joining-code` is the printed form of an invitation; `first-administrator` the invitation that the command prints. */
export type LinkPurpose = 'invitation' | 'joining-code' | 'password-reset' | 'first-administrator';
