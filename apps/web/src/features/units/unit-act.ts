import type { Unit } from '@rounds/contracts/units';
import type { UnitTree } from '../../api/units.queries.ts';

export type UnitAct = { kind: 'add' | 'rename' | 'move' | 'close'; unit: Unit };

export type UnitDialogProps = {
  /** The unit to change, or the one to add another below. */
  unit: Unit;
  units: readonly Unit[];
  onChanged: (tree: UnitTree, words: string) => void;
  onLeave: () => void;
};
