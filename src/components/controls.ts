type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isCheckbox = (control: Control): control is HTMLInputElement => control.type === "checkbox";

/** The controls of a form that bear one of these names. */
export const controlsOf = (form: HTMLFormElement | null, names: object): Control[] =>
  form
    ? ([...form.elements] as Control[]).filter(
        ({ name, value }) => value !== undefined && Object.hasOwn(names, name),
      )
    : [];

export const read = (control: Control): string =>
  isCheckbox(control) ? String(control.checked) : control.value;

export function write(control: Control, text: string): void {
  if (isCheckbox(control)) control.checked = text === "true";
  else if (control.value !== text) control.value = text;
}

/** Takes the person to what she has to look at next. */
export function focusFirst(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>("[aria-invalid=true], [data-hj=conflict] button")?.focus();
}
