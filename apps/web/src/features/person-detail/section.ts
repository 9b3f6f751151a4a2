import type { PersonDetail } from '@rounds/contracts/people';

/** What every part of the page is given. */
export type SectionProps = {
  person: PersonDetail;
  /** Keeps the person as the server now has them, and says what was done. */
  onChanged: (person: PersonDetail, words: string) => void;
};

export const nameOf = ({ givenName, familyName }: Pick<PersonDetail, 'givenName' | 'familyName'>): string =>
  `${givenName} ${familyName}`;
