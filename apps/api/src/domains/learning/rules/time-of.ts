type Told = {
  /** The device's own time. */
  at: string;
  receivedAt: Date;
  /** Nothing can have happened to a version before it was published. */
  publishedAt?: Date;
};

const EPOCH = new Date(0);

/**
 * When something happened, as far as can be believed: the device's own time, where it lies between the publication of
 * what it happened to and its arrival; else the arrival.
 */
export function timeOf({ at, receivedAt, publishedAt = EPOCH }: Told): Date {
  const told = new Date(at);
  return told >= publishedAt && told <= receivedAt ? told : receivedAt;
}
