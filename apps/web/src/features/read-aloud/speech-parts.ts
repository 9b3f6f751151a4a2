/** Long utterances are cut off by some browsers after a quarter of a minute. In characters. */
const LONGEST = 180;

/** A page's text in parts short enough to be spoken: by lines, and long lines by sentences. */
export function speechParts(text: string): string[] {
  return text
    .split(/\n+/)
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .flatMap((line) => (line.length <= LONGEST ? [line] : joined(line.match(/[^.!?;:,]+[.!?;:,]*\s*/g) ?? [line])));
}

/** Pieces put together again, as many as fit. */
function joined(pieces: readonly string[]): string[] {
  const parts: string[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + piece.length <= LONGEST) parts[parts.length - 1] = last + piece;
    else parts.push(piece);
  }
  return parts.map((part) => part.trim());
}
