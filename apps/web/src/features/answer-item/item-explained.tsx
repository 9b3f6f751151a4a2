import { Prose } from '../../ui/prose.tsx';
import { Verdict, Verdicts } from '../../ui/verdicts.tsx';
import { type Explained, explainItem, type Line } from './explain-item.ts';

function noteOf(line: Line, { response }: Explained): string | null {
  return line.kind === 'wrong' && line.note && response.certainty === 3 ? `${line.note}, very sure` : line.note;
}

/** The answers of an item, each with its verdict and its reason. */
export function ItemExplained(explained: Explained) {
  return (
    <Verdicts>
      {explainItem(explained).map((line) => (
        <Verdict
          key={line.id}
          kind={line.kind}
          note={noteOf(line, explained)}
          what={<span dangerouslySetInnerHTML={{ __html: line.html }} />}
          why={line.whyHtml && <Prose html={line.whyHtml} />}
        />
      ))}
    </Verdicts>
  );
}
