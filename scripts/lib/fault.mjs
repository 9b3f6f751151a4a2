/** A fault that its message explains in full: it is printed without a stack. */
export class Fault extends Error {}

/** Runs a task's body; a fault is printed plainly, anything else with its stack, and both end it with exit code 1. */
export async function orFail(life, body) {
  try {
    await body();
  } catch (error) {
    if (!life.ending) console.error(error instanceof Fault ? error.message : error);
    await life.end(1);
  }
}
