import { useSuspenseQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { Link } from 'react-router';
import { moduleQuery } from '../../api/catalogue.queries.ts';
import { meQuery } from '../../api/me.queries.ts';
import { paths } from '../../lib/paths.ts';
import { sourceOf } from '../../lib/references.ts';
import { count, list } from '../../lib/words.ts';
import { Crumbs } from '../../ui/crumbs.tsx';
import { Entries, Entry } from '../../ui/entries.tsx';
import { Facts } from '../../ui/facts.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sources } from '../../ui/sources.tsx';
import type { ModulePage as ModulePageShape } from '@rounds/contracts/catalogue';
import { ModuleNotices } from './module-notices.tsx';
import { ModuleSide } from './module-side.tsx';
import { WhoMadeIt } from './who-made-it.tsx';

function ModuleFacts({ module }: { module: ModulePageShape }) {
  const { size, passMark, safetyCriticalItems } = module.quiz;
  return (
    <Facts>
      <>
        <b>{module.minutes}</b> minutes
      </>
      <>
        <b>{module.kilobytes}</b> kB
      </>
      <>
        <b>{module.cardCount}</b> cards
      </>
      <>
        <b>{size}</b> questions, <b>{passMark}</b> to pass
      </>
      {safetyCriticalItems > 0 && <>Safety questions must be right</>}
    </Facts>
  );
}

function Serves({ standards, capabilities }: Pick<ModulePageShape, 'standards' | 'capabilities'>) {
  return (
    <div className="stack tight">
      {standards.map(({ body, version, code, why }) => (
        <p key={`${body} ${code}`}>
          {`${body}, ${code}. `}
          <span className="quiet">{`${why} (${version})`}</span>
        </p>
      ))}
      <p className="fact">
        {capabilities.length > 0 &&
          `${capabilities.length === 1 ? 'Capability' : 'Capabilities'}: ${list(capabilities.map(({ framework, code }) => `${framework} ${code}`))}. `}
        The author made these links.
      </p>
    </div>
  );
}

function WhatIsSeen() {
  return (
    <div className="stack tight">
      <p>That you finished, the date, the version and the minutes.</p>
      <p className="fact">
        Never your answers, your tries, how sure you were, your notes or your reflections.{' '}
        <Link to={paths.visibility}>All that your organisation can see</Link>
      </p>
    </div>
  );
}

/** Pieces of other features are put in by the route. */
type ModulePageProps = {
  moduleId: string;
  /** What is asked before a module is begun. */
  BeforeStart: ComponentType<{ versionId: string }>;
  /** Keeps modules on this device. */
  Keep: ComponentType<{ modules: readonly Pick<ModulePageShape, 'moduleId' | 'kilobytes'>[] }>;
};

/** Everything about a module before it is opened. */
export function ModulePage({ moduleId, BeforeStart, Keep }: ModulePageProps) {
  const { data: module } = useSuspenseQuery(moduleQuery(moduleId));
  const { data: me } = useSuspenseQuery(meQuery);
  return (
    <>
      <PageHead
        title={module.title}
        crumb={<Crumbs to={paths.path(module.pathId)}>{module.pathTitle}</Crumbs>}
        side={<ModuleSide module={module} keep={!module.retired && <Keep modules={[module]} />} />}
      >
        <p className="lead">{module.summary}</p>
        <ModuleFacts module={module} />
        <ModuleNotices module={module} organisation={me.organisation.name} />
      </PageHead>
      <Entries>
        <Entry label="You will be able to">
          <ol className="stack tight numbered">
            {module.outcomes.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ol>
        </Entry>
        {module.state === 'not-started' && <BeforeStart versionId={module.versionId} />}
        <Entry label="Who made it" wide>
          <WhoMadeIt module={module} />
        </Entry>
        <Entry label={count(module.references.length, 'source')}>
          <Sources sources={module.references.map(sourceOf)} />
        </Entry>
        <Entry label="What it serves">
          <Serves {...module} />
        </Entry>
        <Entry label={`What ${me.organisation.name} sees`}>
          <WhatIsSeen />
        </Entry>
      </Entries>
    </>
  );
}
