import { html } from '../../platform/http/html.ts';
import type { Page } from '../../platform/pages/pages.ts';
import { type Refusal, STATUS_OF } from '../../platform/problems.ts';

/** For a link that was used, withdrawn or ran out: what to do now. */
export function linkIsOver({ code, message, more }: Refusal, next: { href: string; words: string }): Page {
  const main = html`<h1>${message}</h1>
    <p class="lead">${more.detail ?? ''}</p>
    <p><a href="${next.href}">${next.words}</a></p>
    <p><a href="/sign-in">Go to sign in</a></p>`;
  return { title: message, main, status: STATUS_OF[code] };
}
