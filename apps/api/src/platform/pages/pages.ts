import { Inject, Injectable } from '@nestjs/common';
import type { FieldFault } from '@rounds/contracts/problem';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../config.ts';
import { html, type SafeHtml } from '../http/html.ts';
import { stylesheetAddress } from './stylesheet.ts';

export type Page = {
  title: string;
  main: SafeHtml;
  /** Beside the matter at the desk, below it on the phone. */
  side?: SafeHtml | null;
  /** At the head's end: the organisation, when there is but one. */
  who?: string | null;
  faults?: readonly FieldFault[];
  status?: number;
};

/** Pages that the server writes whole, without a script: whoever signs in has loaded nothing yet. */
@Injectable()
export class Pages {
  private readonly stylesheet: string | null;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.stylesheet = stylesheetAddress(config.webRoot);
  }

  /** Never cached: pages hold what somebody typed, or a link that works once. */
  send(reply: FastifyReply, page: Page): void {
    void reply
      .status(page.status ?? 200)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(this.write(page));
  }

  /** After a form was taken. The browser asks for the next page by itself, and going back does not send the form again. */
  goTo(reply: FastifyReply, address: string): void {
    void reply.status(303).header('location', address).header('cache-control', 'no-store').send();
  }

  private write({ title, main, side, who, faults = [] }: Page): string {
    return html`<!doctype html>
      <html lang="en-GB">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>${faults.length > 0 && 'Error: '}${title} – Rounds</title>
          <link rel="icon" href="/mark.svg" type="image/svg+xml" />
          ${this.stylesheet !== null && html`<link rel="stylesheet" href="${this.stylesheet}" />`}
        </head>
        <body>
          <a class="skip" href="#main">Skip to the main part</a>
          ${this.config.demo && DEMO_STRIP}
          <header class="mast">
            <div class="page">
              <a class="brand" href="/">${MARK}Rounds</a>
              ${who !== undefined && who !== null && html`<p class="who">${who}</p>`}
            </div>
          </header>
          <main class="page grid3" id="main" tabindex="-1">
            <div class="wide-only" aria-hidden="true"></div>
            <div class="stack loose">${main}</div>
            <aside class="side stack loose" aria-label="Good to know">
              ${side ?? null}
              <p class="fine">Rounds is for learning. Keep patient details out of it.</p>
            </aside>
          </main>
        </body>
      </html>`.text;
  }
}

const DEMO_STRIP = html`<div class="demo" role="region" aria-label="Demo">
  <div class="page">
    <p><b>Demo.</b> All people and records here are invented.</p>
  </div>
</div>`;

const MARK = html`<svg
  width="22"
  height="22"
  viewBox="0 0 22 22"
  fill="none"
  stroke="currentColor"
  stroke-width="3"
  aria-hidden="true"
>
  <path d="M11 2.5A8.5 8.5 0 1 1 2.5 11" stroke-linecap="round" />
  <circle cx="4.6" cy="4.6" r="1.9" fill="currentColor" stroke="none" />
</svg>`;
