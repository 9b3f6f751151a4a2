import { DEMO_PASSWORD, DEMO_SIGN_INS } from '@rounds/contracts/demo';
import { html, type SafeHtml } from '../../platform/http/html.ts';
import { type FormFault, checkbox, errorSummary, field, hidden } from '../../platform/pages/form-fields.ts';

export type SignInFields = { identifier: string; organisationCode: string; sharedDevice: boolean; next: string };

/** The form, with what was typed before, but for the password. */
export function signInForm(typed: SignInFields, faults: readonly FormFault[], notice: string | null): SafeHtml {
  const wantsCode = typed.organisationCode !== '' || faults.some(({ field: name }) => name === 'organisationCode');
  return html`${errorSummary(faults)}
    ${notice !== null && html`<div class="notice" role="status"><p>${notice}</p></div>`}
    <h1>Sign in</h1>
    <form class="stack loose" method="post" action="/sign-in" novalidate>
      ${hidden('next', typed.next)}
      ${field({ name: 'identifier', label: 'E-mail address or staff number', type: 'text', value: typed.identifier, autocomplete: 'username', longest: 254 }, faults)}
      <details class="fold link staff" ${wantsCode && 'open'}>
        <summary>I use a staff number</summary>
        <div class="in">
          ${field(
            {
              name: 'organisationCode',
              label: 'Organisation code',
              type: 'text',
              value: typed.organisationCode,
              autocomplete: 'organization',
              longest: 20,
              hint: 'The short code on your joining letter, such as NGT.',
            },
            faults,
          )}
        </div>
      </details>
      ${field({ name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password', longest: 200 }, faults)}
      ${sharedDeviceBox(typed.sharedDevice)}
      <div class="row">
        <button class="btn wide" type="submit">Sign in</button>
        <a class="act" href="/sign-in/forgotten">I do not know my password</a>
      </div>
    </form>
    <p class="fact">Have you got a printed joining code? <a href="/join/code">Join with it</a>.</p>`;
}

export function sharedDeviceBox(checked: boolean): SafeHtml {
  return checkbox({
    name: 'sharedDevice',
    label: 'This is a shared device',
    hint: 'Nothing stays on it after you sign out.',
    checked,
  });
}

/** Demo mode only: a button for each person who can be tried. */
export function demoSide(next: string): SafeHtml {
  return html`<section class="stack" aria-labelledby="try">
    <form class="stack tight" method="post" action="/sign-in/demo">
      <h2 id="try" class="label">Try it as</h2>
      ${hidden('next', next)}
      <table class="table try">
        <caption>
          Choose one to sign in. The password for each is
          <code>${DEMO_PASSWORD}</code>
        </caption>
        <thead class="vh">
          <tr>
            <th scope="col">Role</th>
            <th scope="col">E-mail address</th>
          </tr>
        </thead>
        <tbody>
          ${DEMO_SIGN_INS.map(
            ({ who, label, email }) =>
              html`<tr>
                <th scope="row">${label}</th>
                <td>
                  <button class="act" type="submit" name="who" value="${who}">
                    <span class="vh">Sign in as </span>${email}
                  </button>
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </form>
    <p class="fine">No mail leaves the demo. Read it in the <a href="/demo/mailbox">demo mailbox</a>.</p>
  </section>`;
}
