/** Work to be done after, and only if, the transaction that asks for it is committed. */
export type Job = {
  queue: string;
  /** The same queue and key again, within the days that done jobs are kept, is the same job: it is not done twice. */
  key: string;
  /** Kept as JSON until the job is done and for a while after: ids rather than personal data. */
  data: object;
};

/** Does the jobs of one queue. */
export type Worker = {
  queue: string;
  /** A cron line (UTC), for work that comes round by itself. */
  every?: string;
  /** Throws to be tried again later. May run twice for one job, so what it does must bear that. */
  run(data: unknown, jobId: string): Promise<void>;
};
