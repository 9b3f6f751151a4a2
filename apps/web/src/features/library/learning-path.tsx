import type { LearningPath as Path } from '@rounds/contracts/catalogue';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { pathQuery } from '../../api/catalogue.queries.ts';
import { minutesInWords } from '../../lib/minutes.ts';
import { paths } from '../../lib/paths.ts';
import { count } from '../../lib/words.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Crumbs } from '../../ui/crumbs.tsx';
import { Entries, Entry } from '../../ui/entries.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Listing } from '../../ui/listing.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ModuleLine } from './module-line.tsx';

function PathFacts({ path, done }: { path: Path; done: number }) {
  return (
    <Facts>
      <>
        <b>{path.modules.length}</b> modules
      </>
      <>
        <b>{minutesInWords(path.minutes)}</b> in all
      </>
      <>
        <b>{done}</b> finished
      </>
    </Facts>
  );
}

type LearningPathProps = {
  pathId: string;
  /** Another feature, put in by the route: keeps modules on this device. */
  Keep: ComponentType<{ modules: Path['modules'] }>;
};

/** One learning path: its modules in their order, and the next one to take. */
export function LearningPath({ pathId, Keep }: LearningPathProps) {
  const { data: path } = useSuspenseQuery(pathQuery(pathId));
  const done = path.modules.filter(({ state }) => state === 'completed').length;
  const next = path.modules.find(({ state }) => state !== 'completed');
  return (
    <>
      <PageHead
        title={path.title}
        crumb={<Crumbs to={paths.library}>Library</Crumbs>}
        side={
          <>
            {next && (
              <ButtonLink block to={paths.module(next.moduleId)}>
                {done === 0 && next.state === 'not-started' ? 'Open the first module' : 'Open the next module'}
              </ButtonLink>
            )}
            {path.modules.length > 0 && <Keep modules={path.modules} />}
            {path.hasDiscussion && (
              <ButtonLink kind="text" to={paths.discussion(path.pathId)}>
                Team discussion, 15 min
              </ButtonLink>
            )}
          </>
        }
      >
        <p className="lead">{path.summary}</p>
        <PathFacts path={path} done={done} />
      </PageHead>
      <Entries>
        <Entry label={`${count(path.modules.length, 'module')}, in order`} wide>
          <Listing faceted flush>
            {path.modules.map((module) => (
              <ModuleLine key={module.moduleId} module={module} inPath />
            ))}
          </Listing>
        </Entry>
      </Entries>
    </>
  );
}
