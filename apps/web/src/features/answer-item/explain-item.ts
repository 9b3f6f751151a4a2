import type { Key, Rationale, Response } from '@rounds/contracts/item';
import type { Question } from './item-form.tsx';

/** One answer with its verdict: what it says, how it stands, and why. */
export type Line = {
  id: string;
  kind: 'right' | 'wrong' | 'plain';
  note: string | null;
  html: string;
  whyHtml: string | null;
};

export type Explained = {
  item: Question;
  response: Pick<Response, 'optionIds' | 'pairs' | 'certainty'>;
  /** Null before a pass: then only what was chosen is spoken of, and the key is not named. */
  itemKey: Key | null;
  rationales: readonly Rationale[];
};

const MINE = 'Your answer';
const ordinal = (at: number): string => (at === -1 ? 'You left it out' : `You put it at ${at + 1}`);

/** The verdict on each answer of an item, in the order in which they were shown; of an ordering, in the right order. */
export function explainItem({ item, response, itemKey: key, rationales }: Explained): Line[] {
  const why = (id: string): string | null => rationales.find(({ optionId }) => optionId === id)?.html ?? null;
  const unsafe = (id: string): boolean => rationales.some((one) => one.optionId === id && one.unsafe);
  switch (item.kind) {
    case 'single-best-answer':
    case 'multiple-response':
      return explainChoices({ item, response, key, why, unsafe });
    case 'ordering':
      return explainOrder({ item, response, key, why });
    case 'matching':
      return explainPairs({ item, response, key, why });
  }
}

type Parts = Pick<Explained, 'item' | 'response'> & { key: Key | null; why: (id: string) => string | null };

function rightIds(key: Key): readonly string[] {
  if (key.kind === 'single-best-answer') return [key.optionId];
  return key.kind === 'matching' ? [] : key.optionIds;
}

function explainChoices({ item, response, key, why, unsafe }: Parts & { unsafe: (id: string) => boolean }): Line[] {
  const right = key === null ? null : new Set(rightIds(key));
  return item.options.flatMap(({ optionId: id, html }): Line[] => {
    const mine = response.optionIds.includes(id);
    const line = { id, html, whyHtml: why(id) };
    // Before a pass a rationale comes only for a wrong choice.
    if (right === null)
      return mine && line.whyHtml !== null ? [{ ...line, kind: 'wrong', note: wrongNote(unsafe(id)) }] : [];
    if (right.has(id)) return [{ ...line, kind: 'right', note: mine ? `${MINE}, right` : 'Right answer' }];
    return [
      { ...line, kind: mine ? 'wrong' : 'plain', note: mine ? wrongNote(unsafe(id)) : unsafe(id) ? 'Unsafe' : null },
    ];
  });
}

const wrongNote = (unsafe: boolean): string => (unsafe ? `${MINE}, unsafe` : MINE);

function explainOrder({ item, response, key, why }: Parts): Line[] {
  const html = (id: string): string => item.options.find(({ optionId }) => optionId === id)?.html ?? '';
  if (key === null) {
    return response.optionIds.map((id) => ({ id, kind: 'plain', note: null, html: html(id), whyHtml: why(id) }));
  }
  return rightIds(key).map((id, at) => {
    const mine = response.optionIds.indexOf(id);
    const note = mine === at ? `${at + 1}. You put it here` : `${at + 1}. ${ordinal(mine)}`;
    return { id, kind: mine === at ? 'right' : 'wrong', note, html: html(id), whyHtml: why(id) };
  });
}

function explainPairs({ item, response, key, why }: Parts): Line[] {
  const html = (id: string | undefined): string =>
    item.options.find(({ optionId }) => optionId === id)?.html ?? 'nothing chosen';
  return item.prompts.flatMap(({ optionId: promptId, html: prompt }): Line[] => {
    const mine = response.pairs.find((pair) => pair.promptId === promptId)?.optionId;
    const right = key?.kind === 'matching' ? key.pairs.find((pair) => pair.promptId === promptId)?.optionId : undefined;
    const line = { id: promptId, whyHtml: why(promptId) };
    if (right === undefined)
      return mine === undefined ? [] : [{ ...line, kind: 'plain', note: MINE, html: `${prompt}: ${html(mine)}` }];
    if (mine === right) return [{ ...line, kind: 'right', note: `${MINE}, right`, html: `${prompt}: ${html(right)}` }];
    const wrong: Line = {
      id: `${promptId}-mine`,
      kind: 'wrong',
      note: MINE,
      html: `${prompt}: ${html(mine)}`,
      whyHtml: null,
    };
    return [wrong, { ...line, kind: 'right', note: 'Right answer', html: `${prompt}: ${html(right)}` }];
  });
}
