import type { AuthoredText } from './read-text.ts';
import { parseMarkdown } from './render-markdown.ts';

/** A fault in a text, `within` lines from its start. */
export type TextFault = { message: string; within: number };
type MarkdownToken = ReturnType<typeof parseMarkdown>[number];

/** Blocks that the player has a look for. */
const BLOCKS = new Set(['paragraph', 'bullet_list', 'ordered_list', 'list_item', 'heading', 'blockquote', 'inline']);
const isTablePart = (type: string): boolean => /^(table|thead|tbody|tr|th|td)$/u.test(type);
/** Our choice: wider tables need sideways scrolling at 360 px. */
const COLUMNS_AT_MOST = 3;

/** Markdown that the player cannot show well or safely. */
export function checkMarkdown({ text, shown }: AuthoredText): TextFault[] {
  if (shown === 'plain') return checkPlain(text);
  const tokens = parseMarkdown(text);
  const found = tokens.flatMap((token) => checkBlock(token).concat(checkInline(token)));
  if (shown === 'block') return found.concat(checkColumns(tokens));
  const isOneParagraph = tokens.length === 3 && tokens[0]?.type === 'paragraph_open';
  return isOneParagraph ? found : [{ message: 'Write this as 1 paragraph, without lists or headings.', within: 0 }];
}

function checkPlain(text: string): TextFault[] {
  const looksMarked = /\*\*|\[\^|\]\(|^#|\n/u.test(text);
  return looksMarked
    ? [{ message: 'This is shown as it stands: write 1 line without Markdown or citations.', within: 0 }]
    : [];
}

function checkBlock(token: MarkdownToken): TextFault[] {
  const type = token.type.replace(/_(open|close)$/u, '');
  const within = token.map?.[0] ?? 0;
  if (token.nesting < 0 || isTablePart(type)) return [];
  if (!BLOCKS.has(type))
    return [{ message: `Cards do not show ${type.replaceAll('_', ' ')} in Markdown. Remove it.`, within }];
  if (type === 'heading' && token.tag !== 'h3')
    return [{ message: 'Use ### for headings: the card has its title above.', within }];
  return [];
}

function checkInline(token: MarkdownToken): TextFault[] {
  const within = token.map?.[0] ?? 0;
  return (token.children ?? []).flatMap((child): TextFault[] => {
    if (child.type === 'image')
      return [{ message: 'Show a picture by an image card, which asks for its text and licence.', within }];
    if (child.type === 'text' && /<\/?[a-z][^>]*>|<!--/iu.test(child.content)) {
      return [{ message: 'HTML is shown as text. Use Markdown instead.', within }];
    }
    const href = child.type === 'link_open' ? String(child.attrGet('href')) : 'https://';
    return /^(https:\/\/|mailto:|tel:)/u.test(href)
      ? []
      : [{ message: `Links begin with https://, mailto: or tel:, unlike ${href}`, within }];
  });
}

function checkColumns(tokens: MarkdownToken[]): TextFault[] {
  return tokens.flatMap((token, i) => {
    if (token.type !== 'thead_open') return [];
    const end = tokens.findIndex((other, j) => j > i && other.type === 'thead_close');
    const columns = tokens.slice(i, end).filter(({ type }) => type === 'th_open').length;
    const message = `Keep tables to ${COLUMNS_AT_MOST} columns, so that they fit a phone; this one has ${columns}.`;
    return columns > COLUMNS_AT_MOST ? [{ message, within: token.map?.[0] ?? 0 }] : [];
  });
}
