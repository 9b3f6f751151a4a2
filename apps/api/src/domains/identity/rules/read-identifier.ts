/** Whom somebody says they are. */
export type Identifier =
  | { kind: 'email'; email: string }
  | { kind: 'staff-number'; staffNumber: string; organisationCode: string }
  /** A staff number is unique only within an organisation. */
  | { kind: 'code-missing' };

/**
 * What has an at sign is an e-mail address; anything else is a staff number. In lower case, so that what is counted is
 * what is looked up: the database's lower case takes letters together that ours keeps apart, as İ and i.
 */
export function readIdentifier(typed: string, organisationCode: string | undefined): Identifier {
  const identifier = typed.trim().toLowerCase();
  if (identifier.includes('@')) return { kind: 'email', email: identifier };
  const code = organisationCode?.trim().toLowerCase() ?? '';
  return code === ''
    ? { kind: 'code-missing' }
    : { kind: 'staff-number', staffNumber: identifier, organisationCode: code };
}

/** One name for the account, whether or not there is such an account: failures are counted under it. */
export function accountName(identifier: Exclude<Identifier, { kind: 'code-missing' }>): string {
  const name =
    identifier.kind === 'email' ? identifier.email : `${identifier.organisationCode}/${identifier.staffNumber}`;
  return name.toLowerCase();
}
