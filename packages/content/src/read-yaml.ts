import { LineCounter, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import type { Finding, LineOf, Path } from './finding.ts';

export type YamlSource = {
  file: string;
  text: string;
  /** Lines of the file before `text`; 0 for a whole file. */
  linesBefore?: number;
};
export type ReadYaml = { file: string; value: unknown; lineOf: LineOf; findings: Finding[] };

/** Reads YAML 1.2 so that every value can still say its line. With a syntax fault, `value` is undefined. */
export function readYaml({ file, text, linesBefore = 0 }: YamlSource): ReadYaml {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number): number => counter.linePos(offset).line + linesBefore;
  const findings = document.errors.map((error): Finding => ({
    severity: 'fault',
    file,
    line: lineAt(error.pos[0]),
    message: `This is not valid YAML: ${error.message}`,
  }));
  return {
    file,
    value: findings.length > 0 ? undefined : document.toJS(),
    lineOf: (path, within) => findLine(document, lineAt, path, within),
    findings,
  };
}

function findLine(document: Document, lineAt: (offset: number) => number, path: Path, within = 0): number {
  let node: unknown = document.contents;
  let start = startOf(node) ?? 0;
  for (const key of path) {
    const step = stepInto(node, key);
    if (!step) return lineAt(start);
    node = step.node;
    start = step.start;
  }
  const isBlock = isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
  return isBlock ? lineAt(startOf(node) ?? start) + 1 + within : lineAt(start);
}

/** A key of a mapping starts at the key itself, so that a fault in a value on the next line still names the key. */
function stepInto(node: unknown, key: PropertyKey): { node: unknown; start: number } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
    return pair && { node: pair.value, start: startOf(pair.key) ?? 0 };
  }
  if (isSeq(node)) {
    const item = node.items[Number(key)];
    return isNode(item) ? { node: item, start: startOf(item) ?? 0 } : undefined;
  }
  return undefined;
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? (node as Node).range?.[0] : undefined);
