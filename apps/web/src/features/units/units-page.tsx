import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type UnitTree, unitsQuery } from '../../api/units.queries.ts';
import { Button } from '../../ui/button.tsx';
import { Entries, Entry } from '../../ui/entries.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Said } from '../../ui/said.tsx';
import type { UnitAct } from './unit-act.ts';
import { UnitActDialog } from './unit-act-dialog.tsx';
import { UnitBranches } from './unit-branches.tsx';
import { branchesOf } from './unit-tree.ts';

/** The organisation's tree of units. */
export function UnitsPage() {
  const client = useQueryClient();
  const { data } = useSuspenseQuery(unitsQuery);
  const [act, setAct] = useState<UnitAct | null>(null);
  const [said, setSaid] = useState('');
  const root = data.units.find(({ parentId }) => parentId === null);
  function keep(tree: UnitTree, words: string): void {
    client.setQueryData(unitsQuery.queryKey, tree);
    void client.invalidateQueries({ queryKey: ['people'] });
    setAct(null);
    setSaid(words);
  }
  return (
    <>
      <PageHead
        title="Units"
        side={
          root && (
            <Button block onClick={() => setAct({ kind: 'add', unit: root })}>
              Add a unit
            </Button>
          )
        }
      >
        <p className="lead">
          A lead or manager of a unit sees the completion records of that unit and of all below it. Records keep the
          unit’s name as it was at the time.
        </p>
        <Said words={said} />
      </PageHead>
      <Entries>
        <Entry label={`${data.units.length} units`} wide>
          <UnitBranches branches={branchesOf(data.units)} onAct={setAct} />
        </Entry>
      </Entries>
      {act && <UnitActDialog act={act} units={data.units} onChanged={keep} onLeave={() => setAct(null)} />}
    </>
  );
}
