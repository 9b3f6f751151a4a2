import type { Unit } from '@rounds/contracts/units';

export type Branch = { unit: Unit; branches: Branch[] };

/** The flat list as a tree. A unit whose parent is not in the list stands at the top. */
export function branchesOf(units: readonly Unit[]): Branch[] {
  const known = new Set(units.map(({ unitId }) => unitId));
  const below = (parentId: string | null): Branch[] =>
    units
      .filter((unit) =>
        parentId === null ? unit.parentId === null || !known.has(unit.parentId) : unit.parentId === parentId,
      )
      .map((unit) => ({ unit, branches: below(unit.unitId) }));
  return below(null);
}

/** The unit and all below it. */
export function withAllBelow(units: readonly Unit[], unitId: string): Set<string> {
  const found = new Set([unitId]);
  const grow = (): boolean => {
    const before = found.size;
    for (const unit of units) if (unit.parentId && found.has(unit.parentId)) found.add(unit.unitId);
    return found.size > before;
  };
  while (grow());
  return found;
}

/** Where a unit can go: anywhere but where it is, itself, and below itself. */
export function placesFor(units: readonly Unit[], unit: Unit): Unit[] {
  const own = withAllBelow(units, unit.unitId);
  return units.filter(({ unitId }) => !own.has(unitId) && unitId !== unit.parentId);
}

/** What keeps a unit from being closed. */
export function inTheWayOfClosing(units: readonly Unit[], unit: Unit): { units: number; people: number } {
  return { units: units.filter(({ parentId }) => parentId === unit.unitId).length, people: unit.people };
}
