/** Resolves to true once the same person is signed in again, false when they put it off. */
type AskToSignIn = () => Promise<boolean>;

let ask: AskToSignIn | null = null;
let asking: Promise<boolean> | null = null;

/** Says who asks for the password when a session ends in the middle of work; returns the undo. */
export function whenSignedOut(asker: AskToSignIn): () => void {
  ask = asker;
  return () => {
    if (ask === asker) ask = null;
  };
}

/** Asks once for all calls that were refused together. */
export async function signInAgain(): Promise<boolean> {
  if (!ask) return false;
  asking ??= ask().finally(() => {
    asking = null;
  });
  return asking;
}
