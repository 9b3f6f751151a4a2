import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page, type PlaywrightWorkerOptions, test as base } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { WardNetwork } from './ward-network.ts';

/** A phone with a storage of its own, on a network that can break. */
export class Device {
  readonly network = new WardNetwork();
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'rounds-device-'));
  #proxy = '';
  #context: BrowserContext | null = null;

  readonly #launch: PlaywrightWorkerOptions['launchOptions'];
  readonly #options: Parameters<typeof chromium.launchPersistentContext>[1];

  constructor(
    launch: PlaywrightWorkerOptions['launchOptions'],
    options: Parameters<typeof chromium.launchPersistentContext>[1],
  ) {
    this.#launch = launch;
    this.#options = options;
  }

  /** Opens the browser, with whatever it kept from before. */
  async open(): Promise<Page> {
    this.#proxy ||= await this.network.start();
    this.#context = await chromium.launchPersistentContext(this.#folder, {
      ...this.#launch,
      ...this.#options,
      // Chromium passes by every proxy for its own machine unless it is told not to.
      proxy: { server: this.#proxy, bypass: '<-loopback>' },
    });
    return this.#context.pages()[0] ?? this.#context.newPage();
  }

  async close(): Promise<void> {
    await this.#context?.close();
    this.#context = null;
  }

  async newTab(): Promise<Page> {
    if (!this.#context) throw new Error('The browser is not open');
    return this.#context.newPage();
  }

  async throwAway(): Promise<void> {
    await this.close();
    await this.network.stop();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Tests with a device of their own. */
export const test = base.extend<{ device: Device }>({
  device: async ({ launchOptions, baseURL, viewport, locale, timezoneId }, run) => {
    const device = new Device(launchOptions, {
      ...(baseURL && { baseURL }),
      ...(locale && { locale }),
      ...(timezoneId && { timezoneId }),
      viewport,
    });
    await run(device);
    await device.throwAway();
  },
});

/** Resolves once the product is kept on the device and serves its pages from there. */
export async function untilInstalled(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** Axe finds nothing on the phone or at the desk, where one run of the test stands for both. */
export async function expectAccessibleAtBothWidths(page: Page): Promise<void> {
  const phone = page.viewportSize();
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expectAccessible(page);
  if (phone) await page.setViewportSize(phone);
}
