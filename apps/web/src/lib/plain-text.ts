/** The words of safe HTML, for a title or a list. */
export function plainText(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return (page.body.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** A stem's scene and its last paragraph, the question. `scene` is empty when there is one paragraph only. */
export function splitStem(html: string): { scene: string; question: string } {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const last = page.body.lastElementChild;
  if (last?.tagName !== 'P') return { scene: '', question: html };
  last.remove();
  return { scene: page.body.innerHTML.trim(), question: last.innerHTML };
}
