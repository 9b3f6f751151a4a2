import type { PersonSummary } from '@rounds/contracts/people';
import type { Ref } from 'react';
import { paths } from '../../lib/paths.ts';
import { PERSON_STATES } from '../../lib/person-state.ts';
import { ROLE_WORDS } from '../../lib/role-words.ts';
import { Heads } from '../../ui/heads.tsx';
import { Cell, RowLink, Table, TableScroll } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';

type PeopleTableProps = { people: readonly PersonSummary[]; busy: boolean; ref: Ref<HTMLDivElement> };

export function PeopleTable({ people, busy, ref }: PeopleTableProps) {
  return (
    <TableScroll label="People" ref={ref}>
      <div aria-busy={busy}>
        <Table
          records
          reflow
          caption="People, by name"
          captionHidden
          head={<Heads names={['Name', 'Post', 'Unit', 'E-mail', 'Staff number', 'Roles', 'Way in']} />}
        >
          {people.map((person) => (
            <PersonRow key={person.personId} person={person} />
          ))}
        </Table>
      </div>
    </TableScroll>
  );
}

function PersonRow({ person }: { person: PersonSummary }) {
  const { personId, familyName, givenName, postTitle, unit, email, staffNumber, roles, state } = person;
  return (
    <tr>
      <Cell heading>
        <RowLink to={paths.person(personId)}>{`${familyName}, ${givenName}`}</RowLink>
      </Cell>
      <Cell phone="wide">{postTitle}</Cell>
      <Cell quiet phone="wide">
        {unit}
      </Cell>
      <Cell quiet phone="wide">
        {email}
      </Cell>
      <Cell phone="wide" {...(staffNumber && { name: 'Staff number' })}>
        {staffNumber}
      </Cell>
      <Cell phone="wide">{roles.map((role) => ROLE_WORDS[role]).join(', ')}</Cell>
      <Cell phone="corner">
        <Tag kind={PERSON_STATES[state].kind}>{PERSON_STATES[state].words}</Tag>
      </Cell>
    </tr>
  );
}
