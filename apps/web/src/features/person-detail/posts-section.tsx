import type { Post } from '@rounds/contracts/people';
import { useState } from 'react';
import { longDate } from '../../lib/dates.ts';
import { Button } from '../../ui/button.tsx';
import { Entry } from '../../ui/entries.tsx';
import { Cell, Head, Table } from '../../ui/table.tsx';
import { EndPostDialog } from './end-post-dialog.tsx';
import { PostDialog } from './post-dialog.tsx';
import type { SectionProps } from './section.ts';

export function PostsSection(section: SectionProps) {
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Post | null>(null);
  const { posts } = section.person;
  return (
    <Entry
      label="Posts"
      side={
        <Button kind="second" block onClick={() => setAdding(true)}>
          Add a post
        </Button>
      }
    >
      {posts.length === 0 ? (
        <p>No post. Without one, work is counted to the whole organisation.</p>
      ) : (
        <Table
          reflow
          open
          caption="Posts"
          captionHidden
          head={
            <>
              <Head>Post</Head>
              <Head>From</Head>
              <Head>Last day</Head>
            </>
          }
        >
          {posts.map((post) => (
            <PostRow key={post.postId} post={post} onEnd={() => setEnding(post)} />
          ))}
        </Table>
      )}
      {adding && <PostDialog {...section} onLeave={() => setAdding(false)} />}
      {ending && <EndPostDialog {...section} post={ending} onLeave={() => setEnding(null)} />}
    </Entry>
  );
}

function PostRow({ post, onEnd }: { post: Post; onEnd: () => void }) {
  const { title, unit, staffGroup, main, startsOn, endsOn } = post;
  return (
    <tr>
      <Cell heading phone="wide">
        {title}
        {main && <span className="plain">, main post</span>}
        <br />
        <span className="plain quiet">{`${unit}, ${staffGroup}`}</span>
      </Cell>
      <Cell phone="wide" name="From">
        {longDate(startsOn)}
      </Cell>
      <Cell phone="wide" {...(endsOn && { name: 'Last day' })}>
        {endsOn ? (
          longDate(endsOn)
        ) : (
          <Button kind="text" onClick={onEnd}>
            End<span className="vh"> the post {title}</span>
          </Button>
        )}
      </Cell>
    </tr>
  );
}
