type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The controls of a form that bear one of these names. */
export const controlsOf = (form: HTMLFormElement | null, names: object): Control[] =>
  [...((form?.elements ?? []) as Iterable<Control>)].filter(
    ({ name, value }) => value !== undefined && Object.hasOwn(names, name),
  );

export const read = (control: Control): string =>
  control.type === "checkbox" ? `${(control as HTMLInputElement).checked}` : control.value;

export function write(control: Control, text: string): void {
  if (control.type === "checkbox") (control as HTMLInputElement).checked = text === "true";
  else if (control.value !== text) control.value = text;
}
