/** Kinds of mail about accounts, by the name they are ordered under, and what each order keeps. */
export const PASSWORD_RESET_MAIL = 'password-reset';
/** The address as typed: whether anybody has it is found out at sending, so that the request takes the same time. */
export type PasswordResetOrder = { email: string };

export const PASSWORD_CHANGED_MAIL = 'password-changed';
export type PasswordChangedOrder = { personId: string };

/** The link gets its token at sending; none rests in the queue. */
export const INVITATION_MAIL = 'invitation';
export type InvitationOrder = { linkId: string };

/** To the old address, which the person no longer has here. */
export const ADDRESS_CHANGED_MAIL = 'address-changed';
export type AddressChangedOrder = { personId: string; organisationId: string; oldEmail: string };
