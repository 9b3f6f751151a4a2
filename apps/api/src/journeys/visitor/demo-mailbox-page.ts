import { sayInstant } from '../../domains/identity/rules/say-instant.ts';
import { html, type SafeHtml } from '../../platform/http/html.ts';
import type { KeptMail } from '../../platform/mail/demo-mailbox.ts';

/** `own`: addresses that begin so are links; others stay words. */
export function mailbox(mails: readonly KeptMail[], own: string): SafeHtml {
  return html`<h1>Demo mailbox</h1>
    <p class="lead">Mail that Rounds would have sent. Nothing leaves the demo.</p>
    ${mails.length === 0 && html`<p>There is no mail yet. Ask for a <a href="/sign-in/forgotten">new password</a>, and it comes here.</p>`}
    ${mails.map(
      ({ recipient, subject, text, sentAt }) =>
        html`<article class="stack tight mail">
          <h2>${subject}</h2>
          <p class="fact">
            To ${recipient}, at <time datetime="${sentAt.toISOString()}">${sayInstant(sentAt, 'Europe/London')}</time>
          </p>
          ${text
            .trim()
            .split(/\n{2,}/)
            .map((paragraph) => html`<p>${linked(paragraph, own)}</p>`)}
        </article>`,
    )}
    <p><a href="/sign-in">Go to sign in</a></p>`;
}

function linked(paragraph: string, own: string): SafeHtml | string {
  return paragraph.startsWith(`${own}/`) && !/\s/.test(paragraph)
    ? html`<a href="${paragraph.slice(own.length)}">${paragraph}</a>`
    : paragraph;
}
