/** Text of a note in another one: no tag, comment or formula of it comes to life; what is escaped already stays so. */
export function inertText(text: string): string {
  return text.replace(/(\\?)(<(?=[!/A-Za-z])|\$\$)/g, (_, escaped: string, sign: string) => (escaped === '' ? `\\${sign}` : `${escaped}${sign}`));
}
