import { moduleMinutes } from '@rounds/rules/module-minutes';
import { countCardWords } from './card-texts.ts';
import { checkCard } from './check-card.ts';
import { checkItem } from './check-item.ts';
import { checkReferences } from './check-references.ts';
import type { Finding } from './finding.ts';
import { faultAt, warningAt } from './finding.ts';
import type { ModuleDraft } from './module-draft.ts';

/** Whether a module's files fit together, and each card and item by itself. */
export function checkModule(draft: ModuleDraft): Finding[] {
  const references = new Set(draft.manifest.value.references.map(({ id }) => id));
  return [
    ...checkManifest(draft),
    ...checkSuicideRelated(draft),
    ...checkReferences(draft),
    ...checkCards(draft),
    ...checkItems(draft),
    ...draft.cards.flatMap((card) => checkCard(card, references)),
    ...draft.items.value.flatMap((item, i) => checkItem(draft.items, [i], item, references)),
  ];
}

function checkManifest({ manifest, folder, cards }: ModuleDraft): Finding[] {
  const { id, version, change, outcomes, quiz, minutes } = manifest.value;
  const findings: Finding[] = [];
  const fault = (path: string[], message: string) => findings.push(faultAt(manifest, path, message));
  if (id !== folder) fault(['id'], `The folder is called ${folder}, so the id must be ${folder}.`);
  const expected = version.endsWith('.0') ? 'major' : 'minor';
  if (change !== expected) fault(['change'], `Version ${version} is a ${expected} change.`);
  if (new Set(outcomes.map((outcome) => outcome.id)).size < outcomes.length)
    fault(['outcomes'], 'Give each outcome its own id.');
  if (quiz.passMark > quiz.size)
    fault(['quiz', 'passMark'], `A quiz of ${quiz.size} cannot have a pass mark of ${quiz.passMark}.`);
  const words = countCardWords(cards.map(({ value }) => value));
  const counted = moduleMinutes(words, quiz.size);
  if (counted !== minutes)
    fault(
      ['minutes'],
      `The cards have ${words} words and the quiz ${quiz.size} items: that makes ${counted} minutes, not ${minutes}.`,
    );
  return findings;
}

/** Words that ask for a help line; the author decides, so a mention alone is a warning. */
const SENSITIVE = /suicid|self-harm|kill (him|her|them|my)sel/iu;

function checkSuicideRelated({ manifest, cards, items }: ModuleDraft): Finding[] {
  const { suicideRelated, helpline, contentWarning } = manifest.value;
  if (!suicideRelated) {
    return [...cards, items].flatMap((file) => {
      const hit = SENSITIVE.exec(JSON.stringify(file.value));
      return hit
        ? [warningAt(file, [], `"${hit[0]}" stands in this file, yet module.yaml says suicideRelated: false.`)]
        : [];
    });
  }
  return [
    ...(helpline
      ? []
      : [faultAt(manifest, ['helpline'], 'A suicide-related module needs a help line: name, contact and note.')]),
    ...(contentWarning
      ? []
      : [faultAt(manifest, ['contentWarning'], 'A suicide-related module needs a content warning.')]),
  ];
}

function checkCards({ manifest, cards }: ModuleDraft): Finding[] {
  const findings: Finding[] = [];
  const count = (kind: string) => cards.filter(({ value }) => value.kind === kind).length;
  const fault = (message: string) => findings.push(faultAt(manifest, ['id'], message));
  if (cards.length < 6 || cards.length > 10) fault(`The module has ${cards.length} cards. Make it 6 to 10.`);
  if (count('check') < 2) fault(`The module has ${count('check')} knowledge checks. Make it 2 or more.`);
  if (count('decide-first') < 1) fault('The module has no decide-first card. Add 1.');
  for (const [i, card] of cards.entries()) {
    const name = `${String(i + 1).padStart(2, '0')}-${card.value.id}.md`;
    if (!card.file.endsWith(`/${name}`))
      findings.push(faultAt(card, ['id'], `By its id and place, this file must be called ${name}.`));
    if (cards.findIndex(({ value }) => value.id === card.value.id) < i)
      findings.push(faultAt(card, ['id'], `Another card has the id ${card.value.id}.`));
  }
  return findings;
}

function checkItems({ manifest, cards, items }: ModuleDraft): Finding[] {
  const outcomeIds = manifest.value.outcomes.map(({ id }) => id);
  const cardIds = cards.map(({ value }) => value.id);
  const findings: Finding[] = [];
  const fault = (path: (string | number)[], message: string) => findings.push(faultAt(items, path, message));
  if (items.value.length < 12) fault([], `There are ${items.value.length} items. Write 12 or more.`);
  for (const outcomeId of outcomeIds) {
    const count = items.value.filter(({ outcome }) => outcome === outcomeId).length;
    if (count < 3) fault([], `Outcome ${outcomeId} has ${count} items. Write 3 or more.`);
  }
  for (const [i, { id, outcome, card }] of items.value.entries()) {
    if (!outcomeIds.includes(outcome))
      fault([i, 'outcome'], `${id}: there is no outcome ${outcome}. The outcomes are ${outcomeIds.join(', ')}.`);
    if (!cardIds.includes(card)) fault([i, 'card'], `${id}: there is no card ${card}. Name the card to reread.`);
  }
  return findings;
}
