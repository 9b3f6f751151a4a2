import { Refusal } from './problems.ts';

export function tooManyTries(secondsToWait: number): Refusal {
  const minutes = Math.ceil(secondsToWait / 60);
  const wait = secondsToWait < 60 ? `${secondsToWait} seconds` : minutes === 1 ? '1 minute' : `${minutes} minutes`;
  return new Refusal('too-many-tries', 'There were too many tries', {
    detail: `Wait ${wait}, then try again.`,
    retryAfterSeconds: secondsToWait,
  });
}
