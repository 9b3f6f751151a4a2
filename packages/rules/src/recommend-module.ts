/** Recertification: who asks the learner to do a completed module again, and why. */
type Request = { organisation: string; reason: string };
/** A learning module as it stands for one learner. */
export type Candidate = { moduleId: string; pathTitle: string; completed: boolean; askedAgain: Request | null };
export type Recommendation<C extends Candidate> = { module: C; reason: string };

/**
 * One module to take next, with the reason in a sentence the learner can check: one that is asked for again, or else the
 * first unfinished one in path order, passing over the module the learner is in. Null when nothing is left.
 */
export function recommendModule<C extends Candidate>(
  inPathOrder: readonly C[],
  continuedId: string | null,
): Recommendation<C> | null {
  const asked = inPathOrder.find(({ moduleId, askedAgain }) => askedAgain !== null && moduleId !== continuedId);
  if (asked?.askedAgain) {
    const { organisation, reason } = asked.askedAgain;
    return { module: asked, reason: `You are asked to do it again by ${organisation}: ${reason}` };
  }
  const unfinished = inPathOrder.filter((module) => !module.completed);
  const module = unfinished.find(({ moduleId }) => moduleId !== continuedId);
  if (module === undefined) return null;
  const first = `the first module you have not finished, in the order of the learning path “${module.pathTitle}”.`;
  const passedOver = unfinished[0]?.moduleId === continuedId;
  return { module, reason: passedOver ? `After the one you are in, it is ${first}` : `It is ${first}` };
}
