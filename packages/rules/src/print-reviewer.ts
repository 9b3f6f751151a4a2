type Reviewer = { name: string; role: string };

/** A reviewer as records print one; null reads "Not yet reviewed by a clinician". */
export function printReviewer(reviewer: Reviewer | null): string | null {
  return reviewer === null ? null : `${reviewer.name}, ${reviewer.role}`;
}
