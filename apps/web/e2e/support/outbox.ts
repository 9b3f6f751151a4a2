import { readdirSync, readFileSync } from 'node:fs';
import { expect, type BrowserContext, type Page, type Route } from '@playwright/test';

const TAKES_WORK = /\/api\/v1\/learner\/(events|attempts)$/;

type Kept = { id: string; kind?: string };

/** How a call that brings work goes wrong. */
export type Fault = 'cut' | '500' | '502' | 'portal' | 'hang' | 'lost-answer' | 'slow';
export const FAULTS: readonly Fault[] = ['cut', '500', '502', 'portal', 'hang', 'lost-answer', 'slow'];

const portal = '<!doctype html><title>Ward Wi-Fi</title><p>Accept the terms to go on.</p>';

/** One person's work on its way from one browser: what was sent, and what goes wrong with it. */
export class Wire {
  /** Ids of all events and attempts that any page tried to send. */
  readonly sent = new Map<string, { owner: string; what: 'event' | 'attempt'; body: unknown }>();
  tried = 0;
  requests = 0;
  #fault: Fault | null = null;
  readonly #hanging = new Set<Route>();

  constructor(readonly context: BrowserContext) {}

  async begin(): Promise<this> {
    await this.context.route(TAKES_WORK, (route) => this.#handle(route));
    return this;
  }

  #note(route: Route): void {
    const { events, attemptId } = route.request().postDataJSON();
    const owner = route.request().headers()['rounds-for'] ?? '';
    for (const event of (events ?? []) as Kept[]) this.sent.set(event.id, { owner, what: 'event', body: event });
    if (attemptId) this.sent.set(attemptId, { owner, what: 'attempt', body: route.request().postDataJSON() });
  }

  async #handle(route: Route): Promise<void> {
    if (route.request().method() !== 'POST') return route.continue();
    this.#note(route);
    this.requests += 1;
    const html = { contentType: 'text/html', body: portal };
    switch (this.#fault) {
      case 'cut':
        return route.abort('internetdisconnected');
      case '500':
        return route.fulfill({ status: 500, ...html });
      case '502':
        return route.fulfill({ status: 502, ...html });
      case 'portal':
        return route.fulfill({ status: 200, ...html });
      case 'hang':
        this.#hanging.add(route);
        return;
      case 'lost-answer':
        // The server takes it, and the answer never comes.
        await route.fetch();
        return route.abort('connectionreset');
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, 700));
        return route.continue();
      case null:
        return route.continue();
    }
  }

  break(fault: Fault): void {
    this.#fault = fault;
    this.tried += 1;
  }

  /** The network is back: what hangs breaks off, and each page hears of it. */
  async mend(): Promise<void> {
    this.#fault = null;
    for (const route of this.#hanging) await route.abort('connectionreset');
    this.#hanging.clear();
    for (const page of this.context.pages()) await page.evaluate(() => window.dispatchEvent(new Event('online')));
  }
}

/** Where work is, as the screen says it. */
export async function expectKept(page: Page, where: 'device' | 'server'): Promise<void> {
  const words = where === 'device' ? /Saved on this device, \d/ : /Saved on the server, \d/;
  await expect(page.getByRole('status').filter({ hasText: words }).first()).toBeVisible({ timeout: 15_000 });
}

/** The server knows each id that was ever sent: it holds every action, and each once. Returns how many. */
export async function expectHeld(page: Page, wires: readonly Wire[]): Promise<number> {
  const sent = new Map(wires.flatMap((wire) => [...wire.sent]));
  const me = await (await page.request.get('/api/v1/person/me')).json();
  const owner = `${me.personId}/${me.organisation.organisationId}`;
  const mine = [...sent].filter(([, kept]) => kept.owner === owner);
  const events = mine.flatMap(([, { what, body }]) => (what === 'event' ? [body] : []));
  const answer = await page.request.post('/api/v1/learner/events', {
    data: { events },
    headers: { 'rounds-for': owner },
  });
  const { answers } = await answer.json();
  expect(answers.filter(({ outcome }: { outcome: string }) => outcome !== 'known')).toEqual([]);
  for (const [id, { what }] of mine) {
    if (what === 'attempt') expect((await page.request.get(`/api/v1/learner/attempts/${id}`)).status()).toBe(200);
  }
  return mine.length;
}

/** What was sent of one kind, by id: two of the same content would be an action doubled. */
export function actionsOf(wires: readonly Wire[], kind: string): unknown[] {
  const sent = new Map(wires.flatMap((wire) => [...wire.sent]));
  return [...sent.values()].flatMap(({ body }) => ((body as Kept).kind === kind ? [body] : []));
}

/** Ends a browser at once, as a phone does that runs out of memory: no page hears of it. */
export function killBrowserOf(folder: string): void {
  for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const command = commandOf(id);
    if (command.includes(`--user-data-dir=${folder}`) && !command.includes('--type='))
      process.kill(Number(id), 'SIGKILL');
  }
}

function commandOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
