/** `<` of a tag or comment, and `$$` of a formula. */
const SHOWN = /(\\?)(<(?=[!/A-Za-z])|\$\$)/g;
/**
 * What other plugins run when they meet it in a note: `<% … %>` (Templater), `{{ … }}` (templates), `` `= …` `` and
 * `` `$= …` `` (Dataview).
 */
const RUN = [
  [/<%/g, '<\\%'],
  [/%>/g, '%\\>'],
  [/\{\{/g, '{\\{'],
  [/\\?`(?=\s*\$?=)/g, '\\`'],
] as const;

/**
 * Text of a note, a form or a link in a note: no tag, comment or formula of it comes to life, and no other plugin finds a
 * command in it. A reader sees the same; what is escaped already stays so.
 */
export function inertText(text: string): string {
  return commandless(text).replace(SHOWN, (_, escaped: string, sign: string) =>
    escaped === '' ? `\\${sign}` : `${escaped}${sign}`,
  );
}

/** Only commands of other plugins are taken out: for values that may hold links and emphasis of the person. */
export function commandless(text: string): string {
  if (!/[<%{`]/.test(text)) return text;
  return RUN.reduce((safe, [command, shown]) => safe.replace(command, shown), text);
}

/**
 * Words of a note or from outside as text: no mark, link, code, tag, comment, field, formula or command of them comes
 * to life. A reader sees them as they are.
 */
export function asWords(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]~|]|<(?=[!/?%A-Za-z])/g, '\\$&')
    .replace(/(^|\s)([#^])/g, '$1\\$2')
    .replace(/&(?=#?\w{1,31};)/g, '\\&')
    .replace(/([%=:{$])(?=\1)/g, '$1\\');
}

/** Words on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
