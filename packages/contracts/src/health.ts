import * as z from 'zod/mini';

/** `/api/health/live` and `/api/health/ready`, beside `/api/v1` and outside its policies. */
export const Health = z.object({ status: z.enum(['live', 'ready', 'not-ready']) });
export type Health = z.infer<typeof Health>;
