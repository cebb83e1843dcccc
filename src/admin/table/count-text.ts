/** How many, in the reader's language; an estimate pretends to no more than it knows. */
export const countText = (count: number, isEstimate: boolean, locale: string): string =>
  new Intl.NumberFormat(locale, isEstimate ? { maximumSignificantDigits: 3 } : {}).format(count);
