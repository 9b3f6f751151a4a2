import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../app.module.ts';
import type { Config } from '../../platform/config.ts';
import { MovedClock } from './moved-clock.ts';

/** Few, so that a visitor of the product beside it does not wait for connections. */
const POOL = 2;

/** The product's own use cases, on a clock that can be moved. */
export type Stage = { clock: MovedClock; get: <T>(what: Type<T>) => T };

/** The application that is about to serve, as long as nobody uses it yet. It must have been made with this clock. */
export async function onStageBeforeServing<T>(
  app: INestApplicationContext,
  clock: MovedClock,
  play: (stage: Stage) => Promise<T>,
): Promise<T> {
  try {
    return await play({ clock, get: (what) => app.get(what) });
  } finally {
    clock.release();
  }
}

/** An application without HTTP, for a process beside the one that serves. */
export async function onStageAlone<T>(config: Config, play: (stage: Stage) => Promise<T>): Promise<T> {
  const clock = new MovedClock();
  const wired = AppModule.for({ ...config, databasePool: POOL }, clock);
  const app = await NestFactory.createApplicationContext(wired, { logger: ['error', 'warn'], abortOnError: false });
  try {
    return await play({ clock, get: (what) => app.get(what) });
  } finally {
    await app.close();
  }
}

/** Throws outside demo mode: nobody is to be invented in a real database. */
export function refuseReal({ demo }: Config): void {
  if (!demo) throw new Error('Invented people are for the demo alone');
}
