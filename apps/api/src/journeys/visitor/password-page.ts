import { SHORTEST_PASSWORD } from '@rounds/contracts/password';
import { html, type SafeHtml } from '../../platform/http/html.ts';
import { type FormFault, errorSummary, field, hidden } from '../../platform/pages/form-fields.ts';

export const PASSWORD_HINT = `${SHORTEST_PASSWORD} characters or more. A few words in a row are easy to remember.`;

const NO_EMAIL = html`<p class="fact">
    No e-mail address here? Ask your administrator for a printed joining code, then
    <a href="/join/code">join with it</a>.
  </p>
  <p><a href="/sign-in">Back to sign in</a></p>`;

export function forgottenForm(email: string, faults: readonly FormFault[]): SafeHtml {
  return html`${errorSummary(faults)}
    <h1>I do not know my password</h1>
    <p class="lead">Type your e-mail address. If you have an account, we mail you a link to set a new password.</p>
    <form class="stack loose" method="post" action="/sign-in/forgotten" novalidate>
      ${field({ name: 'email', label: 'E-mail address', type: 'email', value: email, autocomplete: 'username', longest: 254 }, faults)}
      <div class="row"><button class="btn wide" type="submit">Send the link</button></div>
    </form>
    ${NO_EMAIL}`;
}

/** The same for everybody, whether or not there is an account. */
export function linkOnItsWay(demo: boolean): SafeHtml {
  return html`<h1>Look in your mailbox</h1>
    <p class="lead">If this address has an account, a link is on its way to it. It works once, within the hour.</p>
    <p>
      Nothing there after a few minutes? Look among the junk mail. Check that you typed the address you use for Rounds.
    </p>
    ${demo && html`<p>This is the demo, so it is in the <a href="/demo/mailbox">demo mailbox</a>.</p>`} ${NO_EMAIL}`;
}

export function mailIsOff(): SafeHtml {
  return html`<h1>I do not know my password</h1>
    <p class="lead">Rounds cannot send e-mail here.</p>
    ${NO_EMAIL}`;
}

export function resetForm(token: string, faults: readonly FormFault[]): SafeHtml {
  return html`${errorSummary(faults)}
    <h1>Set a new password</h1>
    <p class="lead">Every device that is signed in now will be signed out.</p>
    <form class="stack loose" method="post" action="/sign-in/reset" novalidate>
      ${hidden('token', token)}
      ${field({ name: 'newPassword', label: 'New password', type: 'password', autocomplete: 'new-password', longest: 200, hint: PASSWORD_HINT }, faults)}
      <div class="row"><button class="btn wide" type="submit">Set password</button></div>
    </form>`;
}
