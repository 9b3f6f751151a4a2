import { checkMarkdown } from './check-markdown.ts';
import { checkProse } from './check-prose.ts';
import type { Finding, Located, Path } from './finding.ts';
import { faultAt, warningAt } from './finding.ts';
import type { AuthoredText } from './read-text.ts';
import { findCitations } from './read-text.ts';

/**
 * Checks texts for what the player can show, for citations outside `sources`, and (as warnings) for how they read.
 * `base` is the path of the item or card that the texts belong to.
 */
export function checkTexts(
  place: Located<unknown>,
  base: Path,
  texts: readonly AuthoredText[],
  sources: readonly string[],
): Finding[] {
  return texts.flatMap((text) => {
    const path = [...base, ...text.path];
    const before = text.linesBefore ?? 0;
    return [
      ...checkMarkdown(text).map(({ message, within }) => faultAt(place, path, message, before + within)),
      ...checkCitations(text, sources).map(({ message, within }) => faultAt(place, path, message, before + within)),
      ...checkProse(text.text).map(({ message, within }) => warningAt(place, path, message, before + within)),
    ];
  });
}

function checkCitations({ text, shown, mayCite }: AuthoredText, sources: readonly string[]) {
  if (shown === 'plain') return [];
  return findCitations(text).flatMap(({ reference, within }) => {
    if (!mayCite)
      return [{ message: 'Cite in rationales and `sources`, not here: a source can give the key away.', within }];
    if (sources.includes(reference)) return [];
    return [
      {
        message: `[^${reference}] is not among the \`sources\` beside this text. Add it there, or mend its spelling.`,
        within,
      },
    ];
  });
}
