const QUOTED = /["\r\n,]/;
/** What a spreadsheet would run as a formula; a leading apostrophe makes it text. Source: OWASP, CSV injection. */
const FORMULA = /^[=+\-@\t\r]/;

/** Rows as CSV (RFC 4180: commas, CRLF, quotes doubled); no cell becomes a formula. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
