import { SHORTEST_PASSWORD } from '@rounds/contracts/password';
import { COMMON_PASSWORDS } from './common-passwords.ts';

/** What a password may not simply repeat: the person's own address, staff number or name. */
export type Known = readonly (string | null)[];

/**
 * What is wrong with a new password, in a sentence, or null. Length and a list of common ones, and no rules about kinds
 * of characters: NIST SP 800-63B-4, section 3.1.1.2.
 */
export function faultOfPassword(password: string, known: Known): string | null {
  if (Array.from(password).length < SHORTEST_PASSWORD) return `Use ${SHORTEST_PASSWORD} characters or more.`;
  const plain = password.trim().toLowerCase();
  if (COMMON_PASSWORDS.has(plain) || new Set(plain).size < 3)
    return 'This password is one of the first that others try. Choose another.';
  if (known.some((word) => word?.toLowerCase() === plain))
    return 'Choose a password that is not your name, e-mail address or staff number.';
  return null;
}
