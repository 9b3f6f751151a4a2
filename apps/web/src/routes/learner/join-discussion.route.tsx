import { useSearchParams } from 'react-router';
import { JoinDiscussion } from '../../features/discussion/join-discussion.tsx';

export function Component() {
  const [search] = useSearchParams();
  return <JoinDiscussion code={search.get('code') ?? ''} />;
}
