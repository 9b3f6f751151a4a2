import type { RouteObject } from 'react-router';

/** Pages inside the masthead. */
export const learnerPages: RouteObject[] = [];

/** Screens with one step each, without the masthead. */
export const learnerSteps: RouteObject[] = [];
