import { lazy } from 'react';

/** Seldom needed: its program is no part of what every learner is sent. */
export const Component = lazy(async () => ({ default: (await import('../../features/hand-in/hand-in.tsx')).HandIn }));
