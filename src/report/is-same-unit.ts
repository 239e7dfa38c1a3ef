type Unit = { unitCode?: string | undefined; city: string; checklist: { id: string } };

/** By the code of the unit; where one of them has none, by the name of the city and the checklist. */
export function isSameUnit(units: readonly Unit[]): boolean {
  const [first, ...others] = units;
  return others.every(other => first !== undefined && isOne(first, other));
}

function isOne(a: Unit, b: Unit): boolean {
  if (a.unitCode !== undefined && b.unitCode !== undefined) return a.unitCode === b.unitCode;
  return a.city === b.city && a.checklist.id === b.checklist.id;
}
