import type { Finding } from './finding.ts';
import { readYaml } from './read-yaml.ts';
import type { ReadYaml } from './read-yaml.ts';

const FENCE = '---';

/**
 * Splits a card into YAML front matter and Markdown. The Markdown becomes the key `body` of the value, so that a card
 * is one value with lines throughout.
 */
export function readCardFile(file: string, text: string): ReadYaml {
  const lines = text.split('\n');
  const end = lines.indexOf(FENCE, 1);
  if (lines[0] !== FENCE || end < 0) return withoutFrontMatter(file);
  const front = readYaml({ file, text: lines.slice(1, end).join('\n'), linesBefore: 1 });
  const rest = lines.slice(end + 1);
  const blank = rest.findIndex((line) => line.trim() !== '');
  const bodyStart = end + 2 + Math.max(0, blank);
  return {
    ...front,
    value: isRecord(front.value) ? { ...front.value, body: rest.join('\n').trim() } : front.value,
    lineOf: (path, within = 0) => (path[0] === 'body' ? bodyStart + within : front.lineOf(path, within)),
  };
}

function withoutFrontMatter(file: string): ReadYaml {
  const message = `Begin the file with ${FENCE}, then the card's id, kind and title, then ${FENCE} on a line of its own.`;
  const finding: Finding = { severity: 'fault', file, line: 1, message };
  return { file, value: undefined, lineOf: () => 1, findings: [finding] };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
