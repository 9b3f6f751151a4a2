import { type DiscussionKit, openDiscussion } from '@rounds/contracts/discussion';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { call } from '../../api/client.ts';
import { discussionKitQuery } from '../../api/discussion.queries.ts';
import { refusalInWords } from '../../api/refusal-words.ts';
import { paths } from '../../lib/paths.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Crumbs } from '../../ui/crumbs.tsx';
import { Entries, Entry } from '../../ui/entries.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { OpenedDiscussion } from './opened-discussion.tsx';

type DiscussionPageProps = {
  pathId: string;
  /** The discussion opened here; null before. */
  discussionId: string | null;
  onOpened: (discussionId: string) => void;
  PrintPage: ComponentType;
};

function Points({ points }: { points: readonly string[] }) {
  return (
    <ol className="stack tight numbered">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ol>
  );
}

function Kit({ kit }: { kit: DiscussionKit }) {
  return (
    <>
      <Entry label="A case, 5 minutes">
        <div className="stack tight">
          {kit.caseText.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </Entry>
      <Entry label="Talk about it, 7 minutes">
        <Points points={kit.questions} />
      </Entry>
      <Entry label="Write it down, 3 minutes">
        <Points points={kit.writeDown} />
      </Entry>
      <Entry label="Sources">
        <ul>
          {kit.sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </Entry>
    </>
  );
}

function OpenOne({ pathId, onOpened }: Pick<DiscussionPageProps, 'pathId' | 'onOpened'>) {
  const opening = useMutation({
    mutationFn: () => call(openDiscussion, { body: { pathId } }),
    onSuccess: ({ discussionId }) => onOpened(discussionId),
  });
  return (
    <Entry label="Before you begin">
      <div className="stack tight">
        <p>One of you opens the discussion and reads its code out. Each confirms on their own device.</p>
        <p className="fact">
          Each of you writes one line, which nobody else sees. The 15 minutes count once two have confirmed.
        </p>
        {opening.error && (
          <Notice kind="stop" alert>
            <p>{refusalInWords(opening.error)}</p>
          </Notice>
        )}
        <div className="row">
          <Button disabled={opening.isPending} onClick={() => opening.mutate()}>
            {opening.isPending ? 'One moment' : 'Open a discussion'}
          </Button>
          <ButtonLink kind="text" to={paths.joinDiscussion}>
            I have a code
          </ButtonLink>
        </div>
      </div>
    </Entry>
  );
}

/** A quarter of an hour for a group: on the screen, or on paper. */
export function DiscussionPage({ pathId, discussionId, onOpened, PrintPage }: DiscussionPageProps) {
  const { data } = useSuspenseQuery(discussionKitQuery(pathId));
  return (
    <>
      <PageHead
        title={`Team discussion: ${data.title}`}
        crumb={<Crumbs to={paths.path(pathId)}>{data.title}</Crumbs>}
        side={<PrintPage />}
      >
        <p className="lead">{data.kit.aim}</p>
        <p className="fact">15 minutes, for 2 people or more. No patient details.</p>
      </PageHead>
      <Entries>
        {discussionId ? (
          <OpenedDiscussion discussionId={discussionId} />
        ) : (
          <OpenOne pathId={pathId} onOpened={onOpened} />
        )}
        <Kit kit={data.kit} />
      </Entries>
    </>
  );
}
