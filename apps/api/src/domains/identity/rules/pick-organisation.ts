type Open = readonly { organisationId: string }[];

/** The organisation a new session is for: the one asked for, if it is open; else the only one; else null, to be chosen. */
export function pickOrganisation(open: Open, wanted: string | undefined): string | null {
  const asked = open.find(({ organisationId }) => organisationId === wanted);
  if (asked !== undefined) return asked.organisationId;
  return open.length === 1 ? (open[0]?.organisationId ?? null) : null;
}
