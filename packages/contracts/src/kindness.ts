import * as z from 'zod/mini';

/** How sure somebody feels of doing it tomorrow: 1 not at all, 2 not very, 3 fairly, 4 very. */
export const Confidence = z.literal([1, 2, 3, 4]);
export type Confidence = z.infer<typeof Confidence>;

/** Asked before a module is begun and after it is passed. */
export const Moment = z.enum(['before', 'after']);

/** In what time a module was done: time set aside for learning, between tasks, or one's own. */
export const Setting = z.enum(['set-aside', 'between-tasks', 'own-time']);
export type Setting = z.infer<typeof Setting>;

export const Opinion = z.enum(['yes', 'partly', 'no']);
export type Opinion = z.infer<typeof Opinion>;

/** What got in the way of a module. */
export const Barrier = z.enum(['time', 'device', 'sign-in', 'network', 'confidence', 'not-relevant', 'other']);
export type Barrier = z.infer<typeof Barrier>;
