/** The state of a form of filters, as pairs of field and value: what is empty is left out. */
export type FormState = Record<string, string>;

/** The state that the query string of an address gives to the named fields. */
export function stateOf(query: string, fields: readonly string[]): FormState {
  const params = new URLSearchParams(query);
  const pairs = fields.map((field) => [field, params.get(field)?.trim() ?? ''] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value));
}

/** The query string of a state, with its question mark; empty where nothing is chosen. */
export function queryStringOf(state: FormState): string {
  const query = new URLSearchParams(Object.entries(state).filter(([, value]) => value.trim())).toString();
  return query && `?${query}`;
}

const fieldsOf = (form: HTMLFormElement) =>
  [...form.elements].filter(
    (field): field is HTMLInputElement | HTMLSelectElement =>
      (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) && field.name !== '',
  );

/** What is typed and chosen in a form. */
export const stateIn = (form: HTMLFormElement): FormState =>
  Object.fromEntries(fieldsOf(form).flatMap(({ name, value }) => (value.trim() ? [[name, value]] : [])));

/** Brings the state of the address into a form; a value that a select does not offer is left out. */
export function takeFromAddress(form: HTMLFormElement): void {
  const fields = fieldsOf(form);
  const state = stateOf(
    location.search,
    fields.map(({ name }) => name),
  );
  for (const field of fields) {
    const value = state[field.name];
    if (value === undefined) continue;
    field.value = value;
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.selectedIndex = 0;
  }
}

/** Writes the state of a form into the address, over the last. */
export const putIntoAddress = (form: HTMLFormElement): void =>
  history.replaceState(history.state, '', location.pathname + queryStringOf(stateIn(form)) + location.hash);
