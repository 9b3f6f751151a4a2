import type { PersonDetail } from '@rounds/contracts/people';
import { endRole } from '@rounds/contracts/person-roles';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { refusalInWords } from '../../api/refusal-words.ts';
import { longDate } from '../../lib/dates.ts';
import { ROLE_WORDS } from '../../lib/role-words.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Entry } from '../../ui/entries.tsx';
import { Heads } from '../../ui/heads.tsx';
import { Cell, Table } from '../../ui/table.tsx';
import { RoleDialog } from './role-dialog.tsx';
import { nameOf, type SectionProps } from './section.ts';

type Grant = PersonDetail['roleGrants'][number];

export function RolesSection(section: SectionProps) {
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<Grant | null>(null);
  const { roleGrants } = section.person;
  return (
    <Entry
      label="Roles"
      side={
        <Button kind="second" block onClick={() => setGiving(true)}>
          Give a role
        </Button>
      }
    >
      {roleGrants.length === 0 ? (
        <p>None. Everybody learns; a role is for more than that.</p>
      ) : (
        <Table reflow open caption="Roles" captionHidden head={<Heads names={['Role', 'Since']} hidden="End it" />}>
          {roleGrants.map((grant) => (
            <GrantRow key={grant.roleGrantId} grant={grant} onEnd={() => setEnding(grant)} />
          ))}
        </Table>
      )}
      {giving && <RoleDialog {...section} onLeave={() => setGiving(false)} />}
      {ending && <EndRoleDialog {...section} grant={ending} onLeave={() => setEnding(null)} />}
    </Entry>
  );
}

function GrantRow({ grant, onEnd }: { grant: Grant; onEnd: () => void }) {
  return (
    <tr>
      <Cell heading phone="wide">
        {ROLE_WORDS[grant.role]}
        <br />
        <span className="plain quiet">{grant.unit} and all below it</span>
      </Cell>
      <Cell phone="wide" name="Since">
        {longDate(grant.grantedOn)}
      </Cell>
      <Cell phone="wide">
        <Button kind="text" onClick={onEnd}>
          End<span className="vh">{` the role ${ROLE_WORDS[grant.role]} for ${grant.unit}`}</span>
        </Button>
      </Cell>
    </tr>
  );
}

function EndRoleDialog({ person, grant, onChanged, onLeave }: SectionProps & { grant: Grant; onLeave: () => void }) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => call(endRole, { params: { personId: person.personId, roleGrantId: grant.roleGrantId } }),
    onSuccess(changed) {
      onChanged(changed, `${nameOf(person)} is no longer ${ROLE_WORDS[grant.role]} for ${grant.unit}.`);
      onLeave();
    },
  });
  return (
    <ConfirmDialog
      title={`End the role ${ROLE_WORDS[grant.role]}?`}
      act="End the role"
      kind="stop"
      leave="Keep the role"
      busy={isPending}
      failure={error && refusalInWords(error)}
      onConfirm={() => mutate()}
      onLeave={onLeave}
    >
      <p>{`${nameOf(person)} will no longer be ${ROLE_WORDS[grant.role]} for ${grant.unit} and all below it. That holds at once, also where they are signed in.`}</p>
    </ConfirmDialog>
  );
}
