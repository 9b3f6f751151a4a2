import type { DiscussionKit } from '@rounds/contracts/discussion';
import type { AuthoredModule } from './load-library.ts';
import type { AuthoredDiscussion } from './module-manifest.ts';

/** As learners and printers get it: sources in words. One of a module with a fault is left out with its module. */
export function publishDiscussion(
  { aim, questions, case: caseText, writeDown, sources }: AuthoredDiscussion,
  modules: readonly AuthoredModule[],
): DiscussionKit {
  const referenceOf = (module: string, reference: string) =>
    modules.find(({ manifest }) => manifest.id === module)?.manifest.references.find(({ id }) => id === reference);
  return {
    aim,
    questions: questions.map(({ text }) => text),
    caseText,
    writeDown,
    sources: sources.flatMap(({ module, reference }) => {
      const found = referenceOf(module, reference);
      return found ? [`${found.authors}. ${found.title}. ${found.container}. ${found.year}.`] : [];
    }),
  };
}
