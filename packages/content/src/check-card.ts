import type { AuthoredCard, AuthoredCardOf } from './authored-card.ts';
import { cardTexts } from './card-texts.ts';
import { checkItem, checkSources } from './check-item.ts';
import type { ItemFault } from './check-key.ts';
import { checkScenario } from './check-scenario.ts';
import { checkTexts } from './check-texts.ts';
import type { Finding, Located } from './finding.ts';
import { faultAt } from './finding.ts';

/** All that one card can show by itself. */
export function checkCard(card: Located<AuthoredCard>, references: ReadonlySet<string>): Finding[] {
  const { value } = card;
  const faults = [...checkSources(value.sources, references), ...checkKind(value)];
  const ofItem = value.kind === 'check' ? checkItem(card, ['item'], value.item, references) : [];
  const own = cardTexts(value).filter(({ path }) => path[0] !== 'item');
  return [
    ...faults.map(({ path, message }) => faultAt(card, path, message)),
    ...ofItem,
    ...checkTexts(card, [], own, value.sources),
  ];
}

function checkKind(card: AuthoredCard): ItemFault[] {
  if (card.kind === 'scenario') return checkScenario(card);
  if (card.kind === 'decide-first') return checkDecision(card);
  return [];
}

function checkDecision(card: AuthoredCardOf<'decide-first'>): ItemFault[] {
  const ids = card.options.map(({ id }) => id);
  const twice = ids.flatMap((id, i): ItemFault[] =>
    ids.indexOf(id) < i ? [{ path: ['options', i, 'id'], message: `The id ${id} is used twice.` }] : [],
  );
  const known = (id: string, path: string[]): ItemFault[] =>
    ids.includes(id) ? [] : [{ path, message: `${id} is not an option. The options are ${ids.join(', ')}.` }];
  return [...twice, ...known(card.key, ['key']), ...known(card.tool.suggests, ['tool', 'suggests'])];
}
