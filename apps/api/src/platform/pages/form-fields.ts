import type { FieldFault } from '@rounds/contracts/problem';
import { html, type SafeHtml } from '../http/html.ts';

/** `whole`: the form was refused as it stands. It is said once, in the summary, which leads to the field. */
export type FormFault = FieldFault & { whole?: boolean };

type Field = {
  /** Its name in the form, its id, and its name in faults. */
  name: string;
  label: string;
  type: 'text' | 'email' | 'password';
  hint?: string;
  value?: string;
  autocomplete: string;
  /** Most characters taken; the field is short when few are. */
  longest: number;
};

const SHORT = 40;

/** One line of text with its label, hint and fault. Pasting is never hindered. */
export function field(
  { name, label, type, hint, value = '', autocomplete, longest }: Field,
  faults: readonly FormFault[],
): SafeHtml {
  const fault = faults.find((one) => one.field === name && !one.whole);
  const described = [hint !== undefined && `${name}-hint`, fault !== undefined && `${name}-error`]
    .filter((id) => id !== false)
    .join(' ');
  return html`<div class="field${longest <= SHORT && ' narrow'}${fault !== undefined && ' bad'}">
    <label for="${name}">${label}</label>
    ${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}
    ${fault !== undefined && html`<p class="error" id="${name}-error"><span class="vh">Error: </span>${fault.message}</p>`}
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      maxlength="${longest}"
      spellcheck="false"
      autocapitalize="none"
      ${type !== 'password' && html`value="${value}"`}
      ${described !== '' && html`aria-describedby="${described}"`}
      ${fault !== undefined && html`aria-invalid="true"`}
    />
  </div>`;
}

/** Takes the focus when the page opens; each line leads to its field. */
export function errorSummary(faults: readonly FormFault[]): SafeHtml | null {
  if (faults.length === 0) return null;
  return html`<div class="summary" tabindex="-1" autofocus role="alert" aria-labelledby="problems">
    <h2 id="problems">${faults.length === 1 ? 'There is 1 problem' : `There are ${faults.length} problems`}</h2>
    <ul>
      ${faults.map(({ field: name, message }) => html`<li><a href="#${name}">${message}</a></li>`)}
    </ul>
  </div>`;
}

export function checkbox({
  name,
  label,
  hint,
  checked,
}: {
  name: string;
  label: string;
  hint: string;
  checked: boolean;
}): SafeHtml {
  return html`<div class="choices bare">
    <label class="choice">
      <input type="checkbox" name="${name}" value="1" ${checked && 'checked'} />
      <span>${label}<span class="choicehint">${hint}</span></span>
    </label>
  </div>`;
}

export function hidden(name: string, value: string): SafeHtml {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}
