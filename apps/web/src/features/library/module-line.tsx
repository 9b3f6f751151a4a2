import type { ModuleSummary } from '@rounds/contracts/catalogue';
import { Link } from 'react-router';
import { longDate } from '../../lib/dates.ts';
import { forWhom } from '../../lib/learning-words.ts';
import { paths } from '../../lib/paths.ts';
import { Line, TitleLink } from '../../ui/listing.tsx';
import { Tag } from '../../ui/tag.tsx';

function State({ module }: { module: ModuleSummary }) {
  if (module.state === 'completed' && module.completedOn) {
    return <Tag kind="good">You finished this on {longDate(module.completedOn)}</Tag>;
  }
  if (module.state === 'started') return <Tag kind="part">You have started this</Tag>;
  return null;
}

function Facets({ module, inPath }: { module: ModuleSummary; inPath: boolean }) {
  return (
    <>
      <p>
        {forWhom(module.audience)}
        {!inPath && (
          <>
            , in <Link to={paths.path(module.pathId)}>{module.pathTitle}</Link>
          </>
        )}
      </p>
      {module.state !== 'not-started' && (
        <p>
          <State module={module} />
        </p>
      )}
      {!module.reviewedBy && (
        <p>
          <Tag kind="due">Not yet reviewed by a clinician</Tag>
        </p>
      )}
      {module.reviewOverdue && (
        <p>
          <Tag kind="gone">Past its review date. It cannot be assigned.</Tag>
        </p>
      )}
    </>
  );
}

/** One learning module in a list: minutes lead the line. */
export function ModuleLine({ module, inPath = false }: { module: ModuleSummary; inPath?: boolean }) {
  return (
    <Line
      figure={module.minutes}
      unit={
        <>
          min
          <br />
          {module.kilobytes} kB
        </>
      }
      facet={<Facets module={module} inPath={inPath} />}
    >
      <TitleLink to={paths.module(module.moduleId)}>{module.title}</TitleLink>
      <p>{module.summary}</p>
    </Line>
  );
}
