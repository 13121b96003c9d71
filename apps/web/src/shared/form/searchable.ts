/** From so many choices on, a list is typed into rather than read through. */
const SEARCHABLE_FROM = 8;

/** How a select of this many choices is searched. */
export const searchIn = (choices: number): false | { readonly optionFilterProp: 'label' } => (choices >= SEARCHABLE_FROM ? { optionFilterProp: 'label' } : false);
