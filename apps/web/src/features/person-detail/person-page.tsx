import type { PersonDetail } from '@rounds/contracts/people';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { meQuery } from '../../api/me.queries.ts';
import { keepPerson, personQuery } from '../../api/people.queries.ts';
import { longDate } from '../../lib/dates.ts';
import { paths } from '../../lib/paths.ts';
import { PERSON_STATES } from '../../lib/person-state.ts';
import { Crumbs } from '../../ui/crumbs.tsx';
import { Entries } from '../../ui/entries.tsx';
import { Facts } from '../../ui/facts.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Said } from '../../ui/said.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ContactSection } from './contact-section.tsx';
import { PostsSection } from './posts-section.tsx';
import { RolesSection } from './roles-section.tsx';
import { nameOf } from './section.ts';
import { SuspensionSection } from './suspension-section.tsx';
import { WayInSection } from './way-in-section.tsx';

/** One person as an administrator sees and changes them. */
export function PersonPage({ personId }: { personId: string }) {
  const client = useQueryClient();
  const { data: person } = useSuspenseQuery(personQuery(personId));
  const { data: me } = useSuspenseQuery(meQuery);
  const [said, setSaid] = useState('');
  const section = {
    person,
    onChanged(changed: PersonDetail, words: string) {
      keepPerson(client, changed);
      setSaid(words);
    },
  };
  return (
    <>
      <PersonHead person={person} zone={me.organisation.timeZone} said={said} />
      <Entries>
        <ContactSection {...section} />
        <WayInSection {...section} />
        <PostsSection {...section} />
        <RolesSection {...section} />
        {person.personId !== me.personId && <SuspensionSection {...section} organisation={me.organisation.name} />}
      </Entries>
    </>
  );
}

function PersonHead({ person, zone, said }: { person: PersonDetail; zone: string; said: string }) {
  const { kind, words } = PERSON_STATES[person.state];
  return (
    <PageHead
      crumb={<Crumbs to={paths.people}>People</Crumbs>}
      above={[person.postTitle, person.unit].filter(Boolean).join(', ')}
      title={nameOf(person)}
    >
      <Facts>
        <Tag kind={kind}>{words}</Tag>
        <>Here since {longDate(person.joinedAt, zone)}</>
        <Link to={paths.auditOf(person.personId)}>Audit log of this person</Link>
      </Facts>
      <Said words={said} />
    </PageHead>
  );
}
