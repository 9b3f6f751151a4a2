import { type ExportManifest, readManifest } from '@rounds/contracts/completion-records';
import { addressOf } from '../../api/client.ts';
import { clockTime, longDate } from '../../lib/dates.ts';
import { ButtonAnchor } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Cell, Head, Table } from '../../ui/table.tsx';
import { Tag, type TagKind } from '../../ui/tag.tsx';
import styles from './download-list.module.css';

const STATES: Record<ExportManifest['state'], { kind: TagKind; words: string }> = {
  begun: { kind: 'part', words: 'Being written' },
  ended: { kind: 'good', words: 'Complete' },
  'broken-off': { kind: 'gone', words: 'Broken off' },
};

type DownloadListProps = {
  files: readonly ExportManifest[];
  /** A manifest's filter in words. */
  describe: (filter: ExportManifest['filter']) => string;
};

/** My last files, each with what proves that a copy of it is whole. */
export function DownloadList({ files, describe }: DownloadListProps) {
  return (
    <section className={styles.downloads} id="downloads" aria-labelledby="downloads-title">
      <h2 id="downloads-title">My last downloads</h2>
      {files.length === 0 ? (
        <p className="fact">None yet. Each file you download is listed here with its rows and its SHA-256.</p>
      ) : (
        <Table
          records
          reflow
          caption="My last downloads, latest first"
          captionHidden
          head={
            <>
              <Head>When</Head>
              <Head>Filter</Head>
              <Head>State</Head>
              <Head number>Rows</Head>
              <Head>SHA-256 of the file</Head>
              <Head>Manifest</Head>
            </>
          }
        >
          {files.map((file) => (
            <DownloadRow key={file.exportId} file={file} filter={describe(file.filter)} />
          ))}
        </Table>
      )}
    </section>
  );
}

function DownloadRow({ file, filter }: { file: ExportManifest; filter: string }) {
  const { exportId, begunAt, timeZone, state, rows, sha256 } = file;
  return (
    <tr>
      <Cell heading>{`${longDate(begunAt, timeZone)}, ${clockTime(begunAt, timeZone)}`}</Cell>
      <Cell quiet phone="wide">
        {filter || 'No filter'}
      </Cell>
      <Cell phone="corner">
        <Tag kind={STATES[state].kind}>{STATES[state].words}</Tag>
      </Cell>
      <Cell number phone="wide" {...(rows !== null && { name: 'Rows' })}>
        {rows?.toLocaleString('en-GB')}
      </Cell>
      <Cell phone="wide">
        {sha256 && (
          <span className={styles.sum}>
            <code title={sha256}>{`${sha256.slice(0, 8)}…${sha256.slice(-8)}`}</code>
            <CopyButton words={sha256} what="the SHA-256" />
          </span>
        )}
      </Cell>
      <Cell phone="wide">
        <ButtonAnchor
          kind="text"
          className={styles.fetch}
          href={addressOf(readManifest, { exportId })}
          download={`manifest-${exportId}.json`}
        >
          Manifest<span className="vh"> of this file</span>
        </ButtonAnchor>
      </Cell>
    </tr>
  );
}
