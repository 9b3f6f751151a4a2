import { type ItemToMend, type ReMarkEffect, reMarkItem } from '@rounds/contracts/re-mark';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { itemToMendQuery } from '../../api/re-mark.queries.ts';
import { longDate } from '../../lib/dates.ts';
import { paths } from '../../lib/paths.ts';
import { list } from '../../lib/words.ts';
import { Crumbs } from '../../ui/crumbs.tsx';
import { Entries, Entry } from '../../ui/entries.tsx';
import { Facts } from '../../ui/facts.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Said } from '../../ui/said.tsx';
import { returnFocus } from '../../ui/return-focus.ts';
import { effectAfter } from './effect-words.ts';
import { MendKey } from './mend-key.tsx';
import type { ItemPieces } from './pieces.ts';

type ReMarkItemProps = ItemPieces & { versionId: string; itemId: string };

/** One quiz item whose key may be wrong: choose the right one, see what it changes, mark again. */
export function ReMarkItem({ versionId, itemId, ...pieces }: ReMarkItemProps) {
  const client = useQueryClient();
  const { data: mend } = useSuspenseQuery(itemToMendQuery(versionId, itemId));
  const [effect, setEffect] = useState<ReMarkEffect | null>(null);
  async function send(key: ItemToMend['key'], reason: string): Promise<void> {
    const done = await call(reMarkItem, { params: { itemVersionId: mend.itemVersionId }, body: { key, reason } });
    await client.invalidateQueries(itemToMendQuery(versionId, itemId));
    await client.invalidateQueries({ queryKey: ['sign-offs'] });
    setEffect(done);
    returnFocus(null);
  }
  return (
    <>
      <Head mend={mend} effect={effect} />
      <Entries>
        <Entry label="Marked by this key now">
          <pieces.ItemWithKey item={mend.item} itemKey={mend.key} />
        </Entry>
        <MendKey key={mend.corrections.length} mend={mend} AnswerForm={pieces.AnswerForm} onMend={send} />
        <Corrections corrections={mend.corrections} />
      </Entries>
    </>
  );
}

function Head({ mend, effect }: { mend: ItemToMend; effect: ReMarkEffect | null }) {
  const { moduleTitle, versions, attempts, item } = mend;
  return (
    <PageHead
      crumb={<Crumbs to={paths.reports}>Problem reports</Crumbs>}
      above={moduleTitle}
      title="Re-mark this question"
    >
      <Facts>
        <>{versions.length === 1 ? `Version ${versions[0]}` : `Versions ${list(versions)}`}</>
        <>{attempts === 1 ? '1 try has drawn it' : `${attempts.toLocaleString('en-GB')} tries have drawn it`}</>
        {item.safetyCritical && <>Must be right to pass</>}
      </Facts>
      <Said words={effect ? effectAfter(effect).join(' ') : ''} />
    </PageHead>
  );
}

function Corrections({ corrections }: Pick<ItemToMend, 'corrections'>) {
  if (corrections.length === 0) return null;
  return (
    <Entry label="Mended before">
      <div className="stack">
        {corrections.map(({ correctionId, correctedBy, correctedOn, reason }) => (
          <div key={correctionId} className="stack hair">
            <p className="fact">{`${correctedBy}, ${longDate(correctedOn)}`}</p>
            <p>{reason}</p>
          </div>
        ))}
      </div>
    </Entry>
  );
}
