/** A form's fields by name, as text; a tick that is set is "on", one that is not is left out. */
export type FormValues = Readonly<Record<string, string>>;

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export function formValues(form: HTMLFormElement): FormValues {
  const controls = [...form.elements].filter((element): element is Control => 'name' in element && element.name !== '');
  return Object.fromEntries(controls.filter(isGiven).map((control) => [control.name, control.value.trim()]));
}

function isGiven(control: Control): boolean {
  return !('checked' in control) || control.checked || !['checkbox', 'radio'].includes(control.type);
}
