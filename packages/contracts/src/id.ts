import * as z from 'zod/mini';

/** A UUID made on a device, in lower case, so that the same id is the same text everywhere. */
export const Id = z.uuid().check(z.toLowerCase());
