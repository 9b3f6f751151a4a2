import type { Known } from './check-password.ts';

type Someone = { givenName: string; familyName: string; email: string | null };

/** What others know of a person, and would try first. */
export function knownWords({ givenName, familyName, email }: Someone): Known {
  return [email, `${givenName} ${familyName}`, `${givenName}${familyName}`, `${givenName}.${familyName}`];
}
