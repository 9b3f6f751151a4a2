import type { AttemptResult } from '@rounds/contracts/attempt';
import { paths } from '../../lib/paths.ts';
import { count } from '../../lib/words.ts';
import { useKept } from '../../outbox/use-kept.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Crumbs } from '../../ui/crumbs.tsx';
import { Entries, Entry } from '../../ui/entries.tsx';
import { Line, Listing, TitleLink } from '../../ui/listing.tsx';
import { Notice } from '../../ui/notice.tsx';
import { KeptLine } from '../../ui/kept-line.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ItemResultView } from './item-result.tsx';
import type { ShownResult } from './pieces.ts';
import { type CardToReread, cardsToReread, wrongItems } from './result-items.ts';
import { neededWords, scoreWords } from './result-words.ts';

function titleOf(cards: readonly CardToReread[]): string {
  if (cards.length === 0) return 'Not passed yet.';
  return `Not passed yet. ${count(cards.length, 'card')} ${cards.length === 1 ? 'is' : 'are'} worth another look.`;
}

type WaysOnProps = Pick<ShownResult, 'PrintPage'> & { cards: readonly CardToReread[]; versionId: string };

function WaysOn({ cards, versionId, PrintPage }: WaysOnProps) {
  const [first] = cards;
  return (
    <>
      {first && (
        <ButtonLink block to={paths.card(versionId, first.number)}>
          Reread {count(cards.length, 'card')}
        </ButtonLink>
      )}
      <ButtonLink kind={first ? 'second' : 'main'} block to={paths.quiz(versionId)}>
        Try again now
      </ButtonLink>
      <PrintPage />
    </>
  );
}

function Reread({ cards, versionId }: { cards: readonly CardToReread[]; versionId: string }) {
  if (cards.length === 0) return null;
  return (
    <Entry label="Reread">
      <Listing flush>
        {cards.map(({ number, title, answers }) => (
          <Line key={number} figure={number} unit="card">
            <TitleLink to={paths.card(versionId, number)}>{title}</TitleLink>
            <p className="fact">For {answers === 1 ? '1 answer' : `${answers} of your answers`}.</p>
          </Line>
        ))}
      </Listing>
    </Entry>
  );
}

function WhatIsSafe() {
  return (
    <Entry label="What is safe">
      <div className="stack tight">
        <p>Only you see this try. No manager or CPD lead can.</p>
        <p className="fact">
          Try as often as you like, with no wait. The next try starts with questions you have not seen.
        </p>
      </div>
    </Entry>
  );
}

/** The result of a try that did not pass: what is safe, what to reread, and why each choice was wrong, without the key. */
export function NotPassed({ result, shown }: { result: AttemptResult; shown: ShownResult }) {
  const kept = useKept('Your answers are on the server.', 'server');
  const cards = cardsToReread(result, shown.document);
  const wrong = wrongItems(result);
  const { versionId } = result;
  return (
    <>
      <PageHead
        title={titleOf(cards)}
        crumb={<Crumbs to={paths.module(result.moduleId)}>{result.moduleTitle}</Crumbs>}
        side={<WaysOn cards={cards} versionId={versionId} PrintPage={shown.PrintPage} />}
      >
        <p className="lead">
          <b>{scoreWords(result)}.</b> {neededWords(result)}
        </p>
        {result.safetyItemMissed && (
          <Notice kind="caution">
            <p>A question that must be right to pass was not right.</p>
          </Notice>
        )}
        <KeptLine at={kept.at}>{kept.words}</KeptLine>
      </PageHead>
      <Entries>
        <WhatIsSafe />
        <Reread cards={cards} versionId={versionId} />
        <Entry label="What was not right">
          <div className="stack loose">
            {wrong.map((item) => (
              <ItemResultView key={item.itemId} result={item} {...shown} />
            ))}
            <p className="fact">You see the right answers, each explained, once you have passed.</p>
          </div>
        </Entry>
      </Entries>
    </>
  );
}
