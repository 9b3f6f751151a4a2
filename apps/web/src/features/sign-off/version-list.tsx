import { useSuspenseQuery } from '@tanstack/react-query';
import { meQuery } from '../../api/me.queries.ts';
import { versionsForReviewQuery } from '../../api/sign-off.queries.ts';
import { count } from '../../lib/words.ts';
import { DeskHead } from '../../ui/desk-head.tsx';
import { Empty } from '../../ui/empty.tsx';
import { KeysetPages, useFocusOnPage } from '../../ui/keyset-pages.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useAddress, withFilters } from '../../ui/use-address.ts';
import styles from './version-list.module.css';
import { VersionTable } from './version-table.tsx';
import { readVersionsSearch } from './versions-search.ts';

function Head() {
  const { data: me } = useSuspenseQuery(meQuery);
  return (
    <DeskHead title="Sign-offs">
      <p className="measure">
        Until a reviewer of your organisation signs a version off, it cannot be assigned, and passing it earns no
        minutes.{me.demo && ' In this demo it earns them all the same.'}
      </p>
    </DeskHead>
  );
}

/** Current versions of the library, those that nobody vouches for here first. */
export function VersionList() {
  const { shown, asked: params, pending, go } = useAddress();
  const asked = readVersionsSearch(shown);
  const { data: page } = useSuspenseQuery(versionsForReviewQuery(asked));
  const region = useFocusOnPage<HTMLDivElement>(asked.cursor);
  return (
    <>
      <Head />
      <div className={styles.which}>
        <Segments
          legend={<span className="vh">Which versions</span>}
          name="state"
          value={readVersionsSearch(params).state ?? ''}
          options={[
            { value: '', label: 'All' },
            { value: 'waiting', label: page.waiting === 0 ? 'Waiting' : `Waiting, ${page.waiting}` },
            { value: 'signed-off', label: 'Signed off here' },
          ]}
          onChange={(state) => go(withFilters(params, { state }))}
        />
        <p role="status" className="vh">{`${count(page.versions.length, 'version')} shown, ${page.waiting} waiting`}</p>
      </div>
      {page.versions.length === 0 ? (
        <Empty title={asked.state === 'waiting' ? 'Nothing waits for you' : 'No version here'}>
          <p>A new version of a learning module appears here when it is published.</p>
        </Empty>
      ) : (
        <>
          <VersionTable versions={page.versions} busy={pending} ref={region} />
          <KeysetPages rows={page.versions.length} nextCursor={page.nextCursor} />
        </>
      )}
    </>
  );
}
