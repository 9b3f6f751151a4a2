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
import { Cell, Head, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { EverywhereDialog } from './everywhere-dialog.tsx';

type SessionsProps = { me: Me; onSaid: (words: string) => void };

/** Where the person is signed in, with the way to end each, and all of them. */
export function Sessions({ me, onSaid }: SessionsProps) {
  const client = useQueryClient();
  const { data } = useSuspenseQuery(sessionsQuery);
  const [leaving, setLeaving] = useState(false);
  const end = useMutation({
    mutationFn: ({ sessionId }: SessionSeen) => call(endSession, { params: { sessionId } }),
    async onSuccess(_, { device }) {
      onSaid(`Signed out: ${device}.`);
      await client.invalidateQueries(sessionsQuery);
    },
  });
  return (
    <Entry label="Signed in" side={<Button kind="stop" block onClick={() => setLeaving(true)}>Sign out everywhere</Button>}>
      <div className="stack tight">
        {end.error && <Notice kind="stop" alert><p>{refusalInWords(end.error)}</p></Notice>}
        <Table open reflow caption="Where you are signed in" captionHidden head={<><Head>Device</Head><Head>Last used</Head><Head><span className="vh">Sign out</span></Head></>}>
          {data.sessions.map((session) => (
            <SessionRow key={session.sessionId} session={session} zone={me.organisation.timeZone} busy={end.isPending} onEnd={() => end.mutate(session)} />
          ))}
        </Table>
      </div>
      {leaving && <EverywhereDialog me={me} onLeave={() => setLeaving(false)} />}
    </Entry>
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
