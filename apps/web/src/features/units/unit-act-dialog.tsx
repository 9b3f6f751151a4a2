import { AddUnitDialog } from './add-unit-dialog.tsx';
import { CloseUnitDialog } from './close-unit-dialog.tsx';
import { MoveUnitDialog } from './move-unit-dialog.tsx';
import { RenameUnitDialog } from './rename-unit-dialog.tsx';
import type { UnitAct, UnitDialogProps } from './unit-act.ts';

const DIALOGS = { add: AddUnitDialog, rename: RenameUnitDialog, move: MoveUnitDialog, close: CloseUnitDialog } as const;

export function UnitActDialog({ act, ...rest }: { act: UnitAct } & Omit<UnitDialogProps, 'unit'>) {
  const Ask = DIALOGS[act.kind];
  return <Ask key={`${act.kind} ${act.unit.unitId}`} unit={act.unit} {...rest} />;
}
