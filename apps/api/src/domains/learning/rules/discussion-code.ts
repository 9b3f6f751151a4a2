/** Digits and letters that cannot be taken for each other when they are read out or from a board. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/** A code as "K7Q-F2M". `random` gives whole numbers below its argument. */
export function discussionCode(random: (below: number) => number): string {
  const code = Array.from({ length: LENGTH }, () => LETTERS[random(LETTERS.length)]).join('');
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}

/** The code meant, however it was typed: capitals, spaces and dashes do not matter. */
export function readDiscussionCode(typed: string): string {
  const code = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}
