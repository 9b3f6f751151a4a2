/**
 * How an invitation is accepted. An administrator who prints a link could use it too, so it may set a password only
 * where nothing but their own organisation is opened by it: for a person without a password (other organisations that
 * invited them stay closed until their own invitation is accepted), or who belongs to this organisation alone (staff
 * without e-mail who forgot theirs). Everybody else proves with the password they have that it is they.
 */
export function wayToAccept(person: {
  /** The address is that of somebody who is in Rounds already. */
  known: boolean;
  hasPassword: boolean;
  organisations: number;
}): 'set' | 'confirm' {
  return person.known || (person.hasPassword && person.organisations > 1) ? 'confirm' : 'set';
}
