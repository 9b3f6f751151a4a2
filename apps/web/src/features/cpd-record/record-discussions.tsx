import type { readCpdRecord } from '@rounds/contracts/cpd-record';
import type { ResponseOf } from '@rounds/contracts/endpoint';
import { longDate } from '../../lib/dates.ts';
import { paths } from '../../lib/paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Entry } from '../../ui/entries.tsx';

type DiscussionEntry = ResponseOf<typeof readCpdRecord>['discussions'][number];

function DiscussionLine({ entry }: { entry: DiscussionEntry }) {
  return (
    <div className="stack hair">
      <p>
        <b>{entry.pathTitle}</b>, {longDate(entry.on)}
      </p>
      <p>
        {entry.minutes > 0 ? `${entry.minutes} minutes, participatory` : 'No minutes yet: nobody else has confirmed.'}
      </p>
      <p className="fact">You wrote: {entry.line}</p>
    </div>
  );
}

/** Team discussions of the year, beside the minutes of modules. */
export function RecordDiscussions({ discussions }: { discussions: readonly DiscussionEntry[] }) {
  return (
    <Entry
      label="Team discussions"
      side={
        <ButtonLink kind="text" to={paths.joinDiscussion}>
          I have a code
        </ButtonLink>
      }
    >
      <div className="stack">
        {discussions.length === 0 && <p>None in this year. A learning path has one of 15 minutes.</p>}
        {discussions.map((entry) => (
          <DiscussionLine key={entry.discussionId} entry={entry} />
        ))}
      </div>
    </Entry>
  );
}
