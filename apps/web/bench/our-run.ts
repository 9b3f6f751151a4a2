import { expect, type Page } from '@playwright/test';
import { untilInstalled } from '../e2e/support/device.ts';
import type { WhoSignsIn } from '../e2e/support/sign-in.ts';
import { Wire } from '../e2e/support/wire.ts';
import { POOR_LINE } from './line.ts';
import { withPhone } from './phone.ts';
import { lcpOf, watch } from './probes.ts';
import { type Sending, sendWaiting } from './send-waiting.ts';
import { type Turned, turnPages } from './turn-pages.ts';
import { measureWayIn, openRecommended, signInByForm, startReading, type WayIn } from './way-in.ts';

/** `kept`: the largest contentful paint of a kept module's first card without a network, in milliseconds. */
export type OurRun = WayIn & { online: Turned; kept: number; offline: Turned; sending: Sending };

/** Keeps another module than the one that is open: each run another one. Returns its version. */
async function keepAnother(page: Page, run: number): Promise<string> {
  const { modules } = await (await page.request.get('/api/v1/learner/modules')).json();
  const others = modules.filter(({ versionId }: { versionId: string }) => !page.url().includes(versionId));
  const { moduleId, versionId } = others[run % others.length];
  await page.goto(`/modules/${moduleId}`);
  await page.getByRole('button', { name: /^Keep on this device, \d+ kB$/ }).click();
  await expect(page.getByText('It opens without a network now.')).toBeVisible({ timeout: 60_000 });
  return versionId;
}

/** One learner's day on a new phone: the way in, a module on the poor line, a kept one without any, and its work sent. */
export function runOurs(origin: string, who: WhoSignsIn, run: number): Promise<OurRun> {
  return withPhone(origin, async (phone) => {
    const page = await phone.open();
    const wayIn = await measureWayIn(page, '/sign-in', async () => {
      await signInByForm(page, who);
      await openRecommended(page);
      await startReading(page);
    });
    await untilInstalled(page);
    const online = await turnPages(page);
    const versionId = await keepAnother(page, run);
    await phone.close();

    phone.network.state = 'cut';
    const later = await phone.open();
    await Wire.of(later, POOR_LINE);
    await later.addInitScript(watch);
    await later.goto(`/read/${versionId}/1`);
    const kept = await lcpOf(later);
    const offline = await turnPages(later);
    return { ...wayIn, online, kept, offline, sending: await sendWaiting(later, phone.network) };
  });
}
