import type { Key } from '@rounds/contracts/item';
import { Prose } from '../../ui/prose.tsx';
import { Verdict, Verdicts } from '../../ui/verdicts.tsx';
import { type KeyedItem, keyLines } from './key-lines.ts';

/** A question as an educator reads it: its stem, every answer with its reason, and the key. */
export function ItemWithKey({ item, itemKey }: { item: KeyedItem; itemKey: Key }) {
  return (
    <div className="stack">
      <Prose html={item.stemHtml} />
      <Verdicts>
        {keyLines(item, itemKey).map(({ id, right, note, html, whyHtml }) => (
          <Verdict
            key={id}
            kind={right ? 'right' : note === 'Unsafe' ? 'wrong' : 'plain'}
            note={note}
            what={<span dangerouslySetInnerHTML={{ __html: html }} />}
            why={whyHtml && <Prose html={whyHtml} />}
          />
        ))}
      </Verdicts>
    </div>
  );
}
