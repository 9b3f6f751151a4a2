const TRY_EVERY_MS = 100;

async function isReady(address) {
  try {
    const answer = await fetch(`${address}/api/health/ready`, { signal: AbortSignal.timeout(5000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

/** Resolves true once the product at this address says it is ready; false if `hasEnded` says it never will. */
export async function untilReady(address, hasEnded) {
  while (!hasEnded()) {
    if (await isReady(address)) return true;
    await new Promise((resolve) => setTimeout(resolve, TRY_EVERY_MS));
  }
  return false;
}
