import { SERVER_PATHS } from '@rounds/contracts/server-paths';

/** Whether the server, and not the web application's router, answers at this path (no query in it). */
export function isServerPath(path: string): boolean {
  return SERVER_PATHS.some((own) => path === own || path.startsWith(`${own}/`));
}
