/** Choices of a list of units. No-break spaces show how deep each lies: a browser's list drops ordinary ones. */
export function unitOptions(
  units: readonly { unitId: string; name: string; depth: number }[],
): { value: string; label: string }[] {
  return units.map(({ unitId, name, depth }) => ({ value: unitId, label: '\u00a0\u00a0'.repeat(depth) + name }));
}
