import { type PersonDetail, readPerson } from '@rounds/contracts/people';
import { invitePerson, printJoiningCode } from '@rounds/contracts/person-links';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { refusalInWords } from '../../api/refusal-words.ts';
import { Button } from '../../ui/button.tsx';
import { Entry } from '../../ui/entries.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Issued } from './issued.ts';
import { IssuedDialog } from './issued-dialog.tsx';
import { type OpenLink, OpenLinks } from './open-links.tsx';
import { nameOf, type SectionProps } from './section.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

const STATES: Record<PersonDetail['state'], string> = {
  active: 'They have a password and can sign in.',
  invited: 'They have been given a way in, and have not used it yet.',
  suspended: 'Suspended: no way in works.',
  'no-sign-in': 'They have no way in yet. Invite them, or print a joining code.',
};

/** Makes a way in, and reads the person anew: the answer holds the link only. */
function useIssue({ person, onChanged }: SectionProps) {
  const params = { personId: person.personId };
  return useMutation({
    async mutationFn(kind: Issued['kind']): Promise<Issued> {
      const link = await call(kind === 'invitation' ? invitePerson : printJoiningCode, { params });
      onChanged(
        await call(readPerson, { params }),
        kind === 'invitation' ? 'The invitation is made.' : 'The joining code is made.',
      );
      return { kind, link };
    },
  });
}

export function WayInSection(section: SectionProps) {
  const { person } = section;
  const [issued, setIssued] = useState<Issued | null>(null);
  const [withdrawing, setWithdrawing] = useState<OpenLink | null>(null);
  const issue = useIssue(section);
  const make = (kind: Issued['kind']) => issue.mutate(kind, { onSuccess: setIssued });
  return (
    <Entry
      label="Way in"
      side={person.state !== 'suspended' && <Ways person={person} busy={issue.isPending} onMake={make} />}
    >
      <div className="stack tight">
        <p>{STATES[person.state]}</p>
        <OpenLinks links={person.openLinks} onWithdraw={setWithdrawing} />
        {issue.error && (
          <Notice kind="stop" alert>
            <p>{refusalInWords(issue.error)}</p>
          </Notice>
        )}
      </div>
      {issued && (
        <IssuedDialog issued={issued} name={nameOf(person)} email={person.email} onLeave={() => setIssued(null)} />
      )}
      {withdrawing && <WithdrawDialog {...section} link={withdrawing} onLeave={() => setWithdrawing(null)} />}
    </Entry>
  );
}

type WaysProps = { person: PersonDetail; busy: boolean; onMake: (kind: Issued['kind']) => void };

function Ways({ person, busy, onMake }: WaysProps) {
  return (
    <div className="stack tight">
      {person.state !== 'active' && (
        <Button
          kind={person.state === 'no-sign-in' ? 'main' : 'second'}
          block
          disabled={busy}
          onClick={() => onMake('invitation')}
        >
          {person.openLinks.some(({ purpose }) => purpose === 'invitation') ? 'Invite again' : 'Invite'}
        </Button>
      )}
      <Button kind="second" block disabled={busy} onClick={() => onMake('joining-code')}>
        Print a joining code
      </Button>
    </div>
  );
}
