import { faultAt } from './finding.ts';
import type { Finding, Located, Path } from './finding.ts';
import type { ModuleDraft } from './module-draft.ts';
import type { AuthoredPath } from './module-manifest.ts';

/** A path's discussion asks about what its own modules teach, by sources that they hold. */
export function checkDiscussions(paths: Located<AuthoredPath[]>, drafts: readonly ModuleDraft[]): Finding[] {
  return paths.value.flatMap((path, at) => checkDiscussion(paths, path, [at, 'discussion'], drafts));
}

function checkDiscussion(
  paths: Located<AuthoredPath[]>,
  { id: pathId, discussion }: AuthoredPath,
  at: Path,
  drafts: readonly ModuleDraft[],
): Finding[] {
  if (!discussion) return [];
  const manifests = drafts.map(({ manifest }) => manifest.value).filter(({ path }) => path === pathId);
  const moduleOf = (code: string) => manifests.find(({ id }) => id === code);
  const questions = discussion.questions.flatMap(({ module, outcome }, i) => {
    const known = moduleOf(module)?.outcomes.some(({ id }) => id === outcome);
    const message = `There is no outcome ${outcome} in a module ${module} of this path.`;
    return known ? [] : [faultAt(paths, [...at, 'questions', i, 'outcome'], message)];
  });
  const sources = discussion.sources.flatMap(({ module, reference }, i) => {
    const known = moduleOf(module)?.references.some(({ id }) => id === reference);
    const message = `There is no reference ${reference} in a module ${module} of this path.`;
    return known ? [] : [faultAt(paths, [...at, 'sources', i, 'reference'], message)];
  });
  return [...questions, ...sources];
}
