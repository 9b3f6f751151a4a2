import type { RouteObject } from 'react-router';

/** Pages inside the masthead. Each is its own lazy part of the program. */
export const adminPages: RouteObject[] = [];
