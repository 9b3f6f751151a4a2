/** Digits and letters that cannot be taken for each other on paper: no 0, 1, I, L, O, U. Thirty of them. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/** Random bytes that `joiningCode` wants. More than needed, because some are thrown away. */
export const JOINING_CODE_BYTES = 64;

/** A code to print, as "K7QF-2M9X-RTWA": about 59 random bits. Bytes that would favour some letters are skipped. */
export function joiningCode(random: Uint8Array): string {
  const limit = 256 - (256 % LETTERS.length);
  const letters = [...random].filter((byte) => byte < limit).slice(0, LENGTH);
  if (letters.length < LENGTH) throw new Error('Too few random bytes for a joining code');
  const code = letters.map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

/** The one-use link's token that a printed code stands for, however it was typed: case, spaces and dashes do not matter. */
export function joiningToken(organisationCode: string, code: string): string {
  const typed = code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return `${organisationCode.trim().toLowerCase()}.${typed}`;
}

/** The token meant by what a link carries or a person typed: a printed code stands behind the organisation's code and a full stop. */
export function linkToken(given: string): string {
  const stop = given.indexOf('.');
  return stop === -1 ? given : joiningToken(given.slice(0, stop), given.slice(stop + 1));
}
