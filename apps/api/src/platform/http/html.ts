/** HTML that is safe to send: made only by the `html` tag, which escapes every value put in. */
export class SafeHtml {
  constructor(readonly text: string) {}
}

type Part = string | number | SafeHtml | null | false | readonly Part[];

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function html(strings: TemplateStringsArray, ...values: Part[]): SafeHtml {
  return new SafeHtml(
    strings.map((string, index) => string + (index < values.length ? render(values[index] ?? null) : '')).join(''),
  );
}

function render(part: Part): string {
  if (part === null || part === false) return '';
  if (part instanceof SafeHtml) return part.text;
  if (typeof part === 'object') return part.map(render).join('');
  return String(part).replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);
}
