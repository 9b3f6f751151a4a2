import MarkdownIt from 'markdown-it';
import sanitize from 'sanitize-html';
import type { Attributes } from 'sanitize-html';

/** Raw HTML stays text; headings are checked elsewhere. */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });

/** `[^reference]` becomes a numbered link to the card's list of sources; `env.sources` gives the numbers. */
markdown.inline.ruler.before('link', 'citation', (state, silent) => {
  const hit = /^\[\^([a-z0-9-]+)\]/u.exec(state.src.slice(state.pos));
  if (!hit) return false;
  if (!silent) state.push('citation', '', 0).content = hit[1] ?? '';
  state.pos += hit[0].length;
  return true;
});
markdown.renderer.rules['citation'] = (tokens, index, _options, env) => {
  const reference = tokens[index]?.content ?? '';
  const number = (env as { sources: readonly string[] }).sources.indexOf(reference) + 1;
  if (number === 0) throw new Error(`The reference ${reference} is not among the sources`);
  return `<sup><a href="#source-${reference}" aria-label="Source ${number}">${number}</a></sup>`;
};

const TABLE = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];
export const ALLOWED_TAGS = [
  'p',
  'br',
  'strong',
  'em',
  'code',
  'ul',
  'ol',
  'li',
  'h3',
  'blockquote',
  'a',
  'sup',
  ...TABLE,
];

const RULES: sanitize.IOptions = {
  allowedTags: ALLOWED_TAGS,
  allowedAttributes: { a: ['href', 'rel', 'target', 'aria-label'], th: ['scope'], ol: ['start'] },
  allowedSchemes: ['https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: {
    a: (tagName, attribs) => ({
      tagName,
      attribs: withinPage(attribs) ? attribs : { ...attribs, rel: 'noopener noreferrer', target: '_blank' },
    }),
    th: (tagName) => ({ tagName, attribs: { scope: 'col' } }),
  },
};
const withinPage = ({ href }: Attributes): boolean => href?.startsWith('#') ?? false;

/** Markdown to safe HTML with paragraphs. `sources` numbers the citations. Throws for a citation outside `sources`. */
export function renderBlock(text: string, sources: readonly string[]): string {
  return sanitize(markdown.render(text, { sources }), RULES).trim();
}

/** Markdown of one paragraph to safe HTML without the paragraph, as for an option. */
export function renderInline(text: string, sources: readonly string[] = []): string {
  return sanitize(markdown.renderInline(text.replaceAll('\n', ' '), { sources }), RULES).trim();
}

/** The parts a text is made of, for checking it before it is rendered. */
export const parseMarkdown = (text: string) => markdown.parse(text, { sources: [] });
