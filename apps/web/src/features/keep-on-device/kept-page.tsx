import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type KeptModule, keptModulesQuery } from '../../kept/kept-modules.ts';
import { kilobytes } from '../../lib/bytes.ts';
import { longDate } from '../../lib/dates.ts';
import { paths } from '../../lib/paths.ts';
import { count } from '../../lib/words.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Entries, Entry } from '../../ui/entries.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Said } from '../../ui/said.tsx';
import { PicturesEntry } from './pictures-entry.tsx';
import { roomQuery, roomInWords } from './room.ts';
import { useKeeping } from './use-keeping.ts';

function KeptLine({ module, busy, onRemove }: { module: KeptModule; busy: boolean; onRemove: () => void }) {
  const { moduleId, title, bytes, at, chosen } = module;
  return (
    <Entry
      label={chosen ? 'Kept by you' : 'Begun here'}
      side={
        <Button kind="second" block disabled={busy} aria-label={`Remove ${title} from this device`} onClick={onRemove}>
          Remove
        </Button>
      }
    >
      <div className="stack hair">
        <p>
          <Link to={paths.module(moduleId)}>{title}</Link>
        </p>
        <p className="fact">
          {kilobytes(bytes).toLocaleString('en-GB')} kB, refreshed {longDate(at)}
        </p>
      </div>
    </Entry>
  );
}

function NothingKept() {
  return (
    <Entry
      label="Modules"
      side={
        <ButtonLink kind="second" block to={paths.library}>
          Open the library
        </ButtonLink>
      }
    >
      <p>No module is kept yet. Open one and choose “Keep on this device”.</p>
    </Entry>
  );
}

/** All that this device keeps for the person: what, how large, since when, and the way to remove it. */
export function KeptPage() {
  const { owner } = useOutbox();
  const { data: modules } = useSuspenseQuery(keptModulesQuery(owner));
  const { data: room } = useQuery(roomQuery);
  const { remove, busy, said } = useKeeping(owner);
  const total = modules.reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <>
      <PageHead title="Kept on this device">
        <p className="lead">These modules open without a network. What you do in them is saved here and sent later.</p>
        <Said words={said} />
      </PageHead>
      <Entries>
        {modules.length === 0 && <NothingKept />}
        {modules.map((module) => (
          <KeptLine key={module.moduleId} module={module} busy={busy} onRemove={() => void remove([module])} />
        ))}
        <Entry label="In all">
          <div className="stack hair">
            <p>
              {count(modules.length, 'module')}
              {total > 0 && `, ${kilobytes(total).toLocaleString('en-GB')} kB`}
            </p>
            {room && <p className="fact">{roomInWords(room)}</p>}
          </div>
        </Entry>
        <PicturesEntry />
      </Entries>
    </>
  );
}
