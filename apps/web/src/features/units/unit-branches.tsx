import type { Unit } from '@rounds/contracts/units';
import { count } from '../../lib/words.ts';
import { Menu } from '../../ui/menu.tsx';
import type { UnitAct } from './unit-act.ts';
import styles from './unit-branches.module.css';
import type { Branch } from './unit-tree.ts';

type UnitBranchesProps = { branches: readonly Branch[]; onAct: (act: UnitAct) => void };

/** Lists within lists, as the units lie within each other. */
export function UnitBranches({ branches, onAct }: UnitBranchesProps) {
  return (
    <ul className={styles.branches}>
      {branches.map(({ unit, branches: below }) => (
        <li key={unit.unitId}>
          <div className={styles.line}>
            <span className={styles.name}>{unit.name}</span>
            <span className={styles.people}>
              {unit.people === 0 ? 'Nobody' : count(unit.people, 'person', 'people')}
            </span>
            <UnitMenu unit={unit} onAct={onAct} />
          </div>
          {below.length > 0 && <UnitBranches branches={below} onAct={onAct} />}
        </li>
      ))}
    </ul>
  );
}

function UnitMenu({ unit, onAct }: { unit: Unit; onAct: (act: UnitAct) => void }) {
  const top = unit.parentId === null;
  return (
    <Menu
      label={
        <span className={styles.change}>
          Change<span className="vh"> {unit.name}</span>
        </span>
      }
    >
      <button type="button" onClick={() => onAct({ kind: 'add', unit })}>
        Add a unit below it
      </button>
      <button type="button" onClick={() => onAct({ kind: 'rename', unit })}>
        Rename
      </button>
      {!top && (
        <button type="button" onClick={() => onAct({ kind: 'move', unit })}>
          Move
        </button>
      )}
      {!top && (
        <button type="button" onClick={() => onAct({ kind: 'close', unit })}>
          Close
        </button>
      )}
    </Menu>
  );
}
