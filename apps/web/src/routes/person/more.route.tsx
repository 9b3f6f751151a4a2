import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { meQuery } from '../../api/me.queries.ts';
import { AccountMenu } from '../../features/account-menu/account-menu.tsx';
import { LinkList } from '../../ui/link-list.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { workplacesOf } from '../areas.ts';

export function Component() {
  const { data: me } = useSuspenseQuery(meQuery);
  return (
    <>
      <PageHead title="More" above={`${me.name}, ${me.organisation.name}`} />
      <LinkList label="More">
        {workplacesOf(me.roles).map(({ to, label }) => (
          <Link key={to} to={to}>
            {label}
          </Link>
        ))}
        <AccountMenu me={me} />
      </LinkList>
    </>
  );
}
