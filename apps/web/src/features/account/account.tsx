import { useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { meQuery } from '../../api/me.queries.ts';
import { Button } from '../../ui/button.tsx';
import { Entries, Entry } from '../../ui/entries.tsx';
import { FactsList } from '../../ui/facts-list.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Said } from '../../ui/said.tsx';
import { LookChoices } from './look-choices.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { Sessions } from './sessions.tsx';

/** What a person sees and changes of themselves. `children`: entries of other features. */
export function Account({ children }: { children: ReactNode }) {
  const { data: me } = useSuspenseQuery(meQuery);
  const [said, setSaid] = useState('');
  return (
    <>
      <PageHead title="Your account">
        <Said words={said} />
      </PageHead>
      <Entries>
        <Entry label="You">
          <div className="stack tight">
            <FactsList
              facts={[
                ['Name', me.name],
                ['E-mail', me.email ?? 'None'],
                ['Post', me.postTitle || 'None'],
                ['Organisation', me.organisation.name],
              ]}
            />
            <p className="fact">If something here is wrong, an administrator of your organisation can correct it.</p>
          </div>
        </Entry>
        <PasswordEntry onDone={() => setSaid('Your password is changed. You are signed out everywhere but here.')} />
        <Sessions me={me} onSaid={setSaid} />
        {children}
        <Entry label="How it looks">
          <LookChoices me={me} />
        </Entry>
      </Entries>
    </>
  );
}

function PasswordEntry({ onDone }: { onDone: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <Entry
      label="Password"
      side={
        <Button kind="second" block onClick={() => setOpen(true)}>
          Change it
        </Button>
      }
    >
      <p>Change it when somebody else may know it. You are then signed out everywhere but here.</p>
      {open && <PasswordDialog onDone={onDone} onLeave={() => setOpen(false)} />}
    </Entry>
  );
}
