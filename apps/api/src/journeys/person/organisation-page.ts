import { html, type SafeHtml } from '../../platform/http/html.ts';
import { hidden } from '../../platform/pages/form-fields.ts';

/** One button an organisation: choosing is going on. */
export function organisationChoice(
  organisations: readonly { organisationId: string; name: string }[],
  next: string,
): SafeHtml {
  if (organisations.length === 0) {
    return html`<h1>No organisation is open to you now</h1>
      <p class="lead">Ask your administrator.</p>`;
  }
  return html`<h1>Where are you working now?</h1>
    <p class="lead">You belong to more than one organisation. You can switch later, in the head of every page.</p>
    <form class="stack organisations" method="post" action="/sign-in/organisation">
      ${hidden('next', next)}
      ${organisations.map(({ organisationId, name }) => html`<button class="btn second block" type="submit" name="organisationId" value="${organisationId}">${name}</button>`)}
    </form>`;
}
