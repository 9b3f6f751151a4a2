import type { Unit } from '@rounds/contracts/units';
import type { UnitTree } from '../../api/units.queries.ts';
import { AddUnitDialog } from './add-unit-dialog.tsx';
import { CloseUnitDialog } from './close-unit-dialog.tsx';
import { MoveUnitDialog } from './move-unit-dialog.tsx';
import { RenameUnitDialog } from './rename-unit-dialog.tsx';

export type UnitAct = { kind: 'add' | 'rename' | 'move' | 'close'; unit: Unit };

export type UnitDialogProps = {
  /** The unit to change, or the one to add another below. */
  unit: Unit;
  units: readonly Unit[];
  onChanged: (tree: UnitTree, words: string) => void;
  onLeave: () => void;
};

const DIALOGS = { add: AddUnitDialog, rename: RenameUnitDialog, move: MoveUnitDialog, close: CloseUnitDialog } as const;

export function UnitActDialog({ act, ...rest }: { act: UnitAct } & Omit<UnitDialogProps, 'unit'>) {
  const Ask = DIALOGS[act.kind];
  return <Ask key={`${act.kind} ${act.unit.unitId}`} unit={act.unit} {...rest} />;
}
