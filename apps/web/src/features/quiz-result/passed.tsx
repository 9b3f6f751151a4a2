import type { AttemptResult, ItemResult } from '@rounds/contracts/attempt';
import { useQuery } from '@tanstack/react-query';
import { todayQuery } from '../../api/today.queries.ts';
import { paths } from '../../lib/paths.ts';
import { plainText } from '../../lib/plain-text.ts';
import { count } from '../../lib/words.ts';
import { useKept } from '../../outbox/use-kept.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Crumbs } from '../../ui/crumbs.tsx';
import { Disclosure, Folds } from '../../ui/disclosure.tsx';
import { Entries, Entry } from '../../ui/entries.tsx';
import { Notice } from '../../ui/notice.tsx';
import { KeptLine } from '../../ui/kept-line.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ItemResultView } from './item-result.tsx';
import type { ShownResult } from './pieces.ts';
import { groupItems } from './result-items.ts';
import { creditWords, neededWords, passedTitle, scoreWords } from './result-words.ts';

function Next({ result, PrintPage }: Pick<ShownResult, 'PrintPage'> & { result: AttemptResult }) {
  const { data: today } = useQuery(todayQuery);
  const next = today?.recommended?.module;
  const kind = result.completionId ? 'second' : 'main';
  return (
    <>
      {result.completionId && (
        <ButtonLink block to={paths.reflect(result.completionId)}>
          Reflect, about 1 min
        </ButtonLink>
      )}
      {next && next.moduleId !== result.moduleId && (
        <ButtonLink kind={kind} block to={paths.module(next.moduleId)}>
          {`Next: ${next.title}, ${next.minutes} min`}
        </ButtonLink>
      )}
      <ButtonLink kind="text" to={paths.cpdRecord}>
        Your CPD record
      </ButtonLink>
      <PrintPage />
    </>
  );
}

function Items({ label, items, shown }: { label: string; items: readonly ItemResult[]; shown: ShownResult }) {
  if (items.length === 0) return null;
  return (
    <Entry label={label}>
      <div className="stack loose">
        {items.map((item) => (
          <ItemResultView key={item.itemId} result={item} {...shown} />
        ))}
      </div>
    </Entry>
  );
}

function RightItems({ items, shown }: { items: readonly ItemResult[]; shown: ShownResult }) {
  const stemOf = (itemId: string): string =>
    plainText(shown.document.quiz.items.find((item) => item.itemId === itemId)?.stemHtml ?? '');
  if (items.length === 0) return null;
  return (
    <Entry label={`Right, ${count(items.length, 'question')}`}>
      <Folds flush>
        {items.map((item) => (
          <Disclosure key={item.itemId} summary={stemOf(item.itemId)}>
            <ItemResultView result={item} heading={false} {...shown} />
          </Disclosure>
        ))}
      </Folds>
    </Entry>
  );
}

/** The result of a passed try: what it brought, then every answer explained, confident errors first. */
export function Passed({ result, shown }: { result: AttemptResult; shown: ShownResult }) {
  const kept = useKept('This result is on the server.', 'server');
  const { verySure, notRight, right } = groupItems(result);
  return (
    <>
      <PageHead
        title={passedTitle(result)}
        crumb={<Crumbs to={paths.module(result.moduleId)}>{result.moduleTitle}</Crumbs>}
        side={<Next result={result} PrintPage={shown.PrintPage} />}
      >
        <p className="lead">
          <b>{scoreWords(result)}.</b> {neededWords(result)}
        </p>
        <p className="fact">{creditWords(result)}</p>
        {result.remarked && (
          <Notice>
            <p>A question was mended after this try, and the try was marked again.</p>
          </Notice>
        )}
        <KeptLine at={kept.at}>{kept.words}</KeptLine>
      </PageHead>
      <Entries>
        <Items label="Start here. You were very sure." items={verySure} shown={shown} />
        <Items label={verySure.length > 0 ? 'Also not right' : 'Not right'} items={notRight} shown={shown} />
        <shown.AfterPass versionId={result.versionId} />
        <RightItems items={right} shown={shown} />
      </Entries>
    </>
  );
}
