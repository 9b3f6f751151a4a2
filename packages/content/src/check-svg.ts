import sanitize from 'sanitize-html';

const SHAPES = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan'];
const SVG_TAGS = new Set([
  'svg',
  'g',
  'defs',
  'title',
  'desc',
  'linearGradient',
  'radialGradient',
  'stop',
  'clipPath',
  'marker',
  ...SHAPES,
]);
/** Nothing else can carry a script, a style sheet or an address of another place. */
const MARKUP = /<!DOCTYPE|<!ENTITY|<!\[CDATA\[|<\?(?!xml\s)/iu;

/** Why a picture is refused. It is never mended: what an author drew is shown as it is, or not at all. */
export function checkSvg(text: string): string[] {
  const faults = new Set<string>();
  if (MARKUP.test(text))
    faults.add('Remove the document type, entities, CDATA and processing instructions from the SVG.');
  sanitize(text, {
    parser: { xmlMode: true },
    onOpenTag: (tag, attributes) => {
      if (!SVG_TAGS.has(tag)) faults.add(`The SVG has the element <${tag}>, which is not allowed. Remove it.`);
      for (const [name, value] of Object.entries(attributes)) {
        if (!isSafeAttribute(name, value))
          faults.add(`The SVG has the attribute ${name}="${value.slice(0, 40)}", which is not allowed. Remove it.`);
      }
    },
  });
  if (!/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg\s/u.test(text))
    faults.add('The file does not begin with <svg.');
  return [...faults];
}

function isSafeAttribute(name: string, value: string): boolean {
  if (/^on/iu.test(name) || name === 'style') return false;
  if (/^(?:.*:)?href$/iu.test(name)) return value.startsWith('#');
  if (name.startsWith('xmlns'))
    return value === 'http://www.w3.org/2000/svg' || value === 'http://www.w3.org/1999/xlink';
  return !/(?:javascript|data):|url\((?!\s*["']?#)/iu.test(value);
}
