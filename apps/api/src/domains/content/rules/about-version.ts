import type { LearnerDocument, Reference } from '@rounds/contracts/learner-document';

type Shown = Pick<LearnerDocument, 'outcomes' | 'standards' | 'author' | 'aiUse' | 'contentWarning'>;

/** What lists and pages show of a version, without its cards' texts. Frozen with it. */
export type VersionAbout = Shown & {
  references: Reference[];
  /** In order. */
  cards: { cardId: string; title: string }[];
  quiz: { size: number; passMark: number; safetyCriticalItems: number };
};
export type VersionStandard = LearnerDocument['standards'][number];

export function aboutVersion(document: LearnerDocument): VersionAbout {
  const { outcomes, standards, author, aiUse, contentWarning, references, cards, quiz } = document;
  return {
    outcomes,
    standards,
    author,
    aiUse,
    contentWarning,
    references,
    cards: cards.map(({ cardId, title }) => ({ cardId, title })),
    quiz: {
      size: quiz.size,
      passMark: quiz.passMark,
      safetyCriticalItems: quiz.items.filter((item) => item.safetyCritical).length,
    },
  };
}
