/** A poor mobile line, in milliseconds there and back and bytes a second each way: 400 ms, 400 kbit/s. */
export const POOR_LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
