type Known = {
  /** When the server first gave this person's device the version, by its own receipt. */
  givenAt?: Date | undefined;
  /** Of the version, if it is about one. */
  publishedAt?: Date | undefined;
  /** When the person joined the organisation they act in. */
  joinedAt: Date | null;
};

const EPOCH = new Date(0);

/**
 * The earliest that something can have happened. Work without a receipt, as of a device that kept none, is bound by what
 * the server knows anyway: it is not before the version was published, nor before the person belonged to the organisation.
 */
export function notBefore({ givenAt, publishedAt = EPOCH, joinedAt }: Known): Date {
  if (givenAt !== undefined) return later(givenAt, publishedAt);
  return later(publishedAt, joinedAt ?? EPOCH);
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}
