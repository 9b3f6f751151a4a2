import type { Me } from '@rounds/contracts/me';
import { endSession, type SessionSeen } from '@rounds/contracts/session';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionsQuery } from '../../api/account.queries.ts';
import { call } from '../../api/client.ts';
import { refusalInWords } from '../../api/refusal-words.ts';
import { clockTime, longDate } from '../../lib/dates.ts';
import { Button } from '../../ui/button.tsx';
import { Entry } from '../../ui/entries.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Heads } from '../../ui/heads.tsx';
import { Cell, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { EverywhereDialog } from './everywhere-dialog.tsx';

type SessionsProps = { me: Me; onSaid: (words: string) => void };

/** Where the person is signed in, with the way to end each, and all of them. */
export function Sessions({ me, onSaid }: SessionsProps) {
  const [leaving, setLeaving] = useState(false);
  const everywhere = (
    <Button kind="stop" block onClick={() => setLeaving(true)}>
      Sign out everywhere
    </Button>
  );
  return (
    <Entry label="Signed in" side={everywhere}>
      <SessionTable zone={me.organisation.timeZone} onSaid={onSaid} />
      {leaving && <EverywhereDialog onLeave={() => setLeaving(false)} />}
    </Entry>
  );
}

function SessionTable({ zone, onSaid }: { zone: string; onSaid: (words: string) => void }) {
  const client = useQueryClient();
  const { data } = useSuspenseQuery(sessionsQuery);
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ sessionId }: SessionSeen) => call(endSession, { params: { sessionId } }),
    async onSuccess(_, { device }) {
      onSaid(`Signed out: ${device}.`);
      await client.invalidateQueries(sessionsQuery);
    },
  });
  const row = (session: SessionSeen) => (
    <SessionRow key={session.sessionId} session={session} zone={zone} busy={isPending} onEnd={() => mutate(session)} />
  );
  return (
    <div className="stack tight">
      {error && (
        <Notice kind="stop" alert>
          <p>{refusalInWords(error)}</p>
        </Notice>
      )}
      <Table
        open
        reflow
        caption="Where you are signed in"
        captionHidden
        head={<Heads names={['Device', 'Last used']} hidden="Sign out" />}
      >
        {data.sessions.map(row)}
      </Table>
    </div>
  );
}

type SessionRowProps = { session: SessionSeen; zone: string; busy: boolean; onEnd: () => void };

function SessionRow({ session, zone, busy, onEnd }: SessionRowProps) {
  const { device, organisation, sharedDevice, current, lastSeenAt } = session;
  const about = [organisation, sharedDevice && 'a shared device'].filter(Boolean).join(', ');
  return (
    <tr>
      <Cell heading phone="wide">
        {device}
        {about && <span className="plain quiet">{`, ${about}`}</span>}
      </Cell>
      <Cell phone="wide" name="Last used">{`${longDate(lastSeenAt, zone)}, ${clockTime(lastSeenAt, zone)}`}</Cell>
      <Cell phone="wide">
        {current ? (
          <Tag kind="good">This one</Tag>
        ) : (
          <Button kind="text" disabled={busy} onClick={onEnd}>
            Sign out<span className="vh"> there: {device}</span>
          </Button>
        )}
      </Cell>
    </tr>
  );
}
