import type { Member } from './member.ts';

type Row = readonly [name: string, staffNumber: string, title: string, staffGroup: string, since: number];

/** The people of one unit, each with an address made from the name. `more` adds to, or takes from, what a row says. */
export function unitOf(
  unit: string,
  domain: string,
  rows: readonly (readonly [...Row, more?: Partial<Member>])[],
): Member[] {
  return rows.map(([name, staffNumber, title, staffGroup, since, more]) => {
    const email = `${name.toLowerCase().replace(' ', '.')}@${domain}`;
    return { name, staffNumber, unit, title, staffGroup, since, email, ...more };
  });
}
