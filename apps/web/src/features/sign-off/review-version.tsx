import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { meQuery } from '../../api/me.queries.ts';
import { versionForReviewQuery } from '../../api/sign-off.queries.ts';
import { longDate } from '../../lib/dates.ts';
import { paths } from '../../lib/paths.ts';
import { Crumbs } from '../../ui/crumbs.tsx';
import { DeskHead } from '../../ui/desk-head.tsx';
import { Facts } from '../../ui/facts.tsx';
import { ReadVersion } from './read-version.tsx';
import styles from './review-version.module.css';
import { SignOffPanel } from './sign-off-panel.tsx';
import { VersionContents } from './version-contents.tsx';
import type { ReviewPieces } from './version-read.ts';

/** One version to read from end to end, with the sign-off beside it. */
export function ReviewVersion({ versionId, ...pieces }: ReviewPieces & { versionId: string }) {
  const { data: version } = useSuspenseQuery(versionForReviewQuery(versionId));
  const { data: me } = useSuspenseQuery(meQuery);
  const { document, items } = version;
  useHashPlace();
  return (
    <>
      <DeskHead crumb={<Crumbs to={paths.signOffs}>Sign-offs</Crumbs>} title={version.title}>
        <Facts>
          <>{version.pathTitle}</>
          <>Version {version.version}</>
          <>
            <b>{version.minutes}</b> min
          </>
          <>Pass mark {`${document.quiz.passMark} of ${document.quiz.size}`}</>
          <>Review by {longDate(version.reviewBy)}</>
        </Facts>
      </DeskHead>
      <div className={styles.panes}>
        <VersionContents document={document} items={items} />
        <ReadVersion document={document} items={items} {...pieces} />
        <SignOffPanel version={version} organisation={me.organisation.name} />
      </div>
    </>
  );
}

/** Leads to the card or question that the address names, as a report's link does. */
function useHashPlace(): void {
  const { hash } = useLocation();
  useEffect(() => {
    const place = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!place) return;
    place.scrollIntoView({ block: 'start' });
    place.focus({ preventScroll: true });
  }, [hash]);
}
