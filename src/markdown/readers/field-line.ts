import type { FieldName, LabelLookup } from '../vocabulary';

/** A label with its value, as in "Target date: Feb 15". */
export interface FieldLine {
  readonly field: FieldName;
  readonly label: string;
  readonly value: string;
}

const SEPARATED = /^([^:=|\n]{2,48}?)\s*(?:::|:|=|\s[-–—→]\s)\s*(.*)$/su;
const VERB_JOINED = /^([\p{L}][\p{L}\p{N}/ -]{1,30}?)\s+(?:is|was|by|on|at|for|set for|planned for|scheduled for|moved|moves|slips|slipped|now)\b\s*(.*)$/iu;
/** A label right before its date or link: "target Mar 10", "Owner [[Ann]]". */
const DIRECT = /^([\p{L}][\p{L}/ -]{1,24}?)\s+(\[\[.*|@\p{L}.*|(?:[A-Z][a-z]{2,8}\.?\s+\d|\d{1,4}[-/.]\d|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]{2}).*)$/u;
const INLINE_FIELD = /\[([\p{L}][\p{L}\p{N} _/-]{0,40})::[ \t]*((?:\[\[[^[\]]{0,200}\]\]|[^[\]]){0,300})\]|\(([\p{L}][\p{L}\p{N} _/-]{0,40})::[ \t]*((?:\[\[[^[\]]{0,200}\]\]|[^()]){0,300})\)/gu;
const LEADING_SIGNS = /^(?:[\s\p{So}\p{Sk}>*|•–—-]|\uFE0F|\u200D)+/u;
const MAX_FIELD_LINE = 600;

/** All fields that one line of running text states; none for a line of prose. */
export function fieldsOfLine(line: string, lookup: LabelLookup): FieldLine[] {
  if (line.length > MAX_FIELD_LINE || !lookup.mayBeField(line)) return [];
  const found: FieldLine[] = [];
  const rest = line.includes('::') ? line.replace(INLINE_FIELD, (whole, square: string | undefined, inSquare: string | undefined, round: string | undefined, inRound: string | undefined) => {
    const key = square ?? round ?? '';
    const value = inSquare ?? inRound ?? '';
    const field = lookup.field(key);
    if (!field) return whole;
    found.push({ field, label: key, value: value.trim() });
    return ' ';
  }) : line;
  const bare = rest.replace(/\s+(?=\*\*[^*]{2,40}:\s*\*\*|\*\*[^*]{2,40}\*\*:)/g, ' | ').replace(/^\s*\|\s*/, '').replace(/\*\*|__/g, '').replace(/^\s*\[![\w-]+\][-+]?\s*/, '').replace(LEADING_SIGNS, '');
  const whole = fieldOf(bare, lookup);
  if (!whole) return found;
  const parts = splitFields(bare);
  if (parts.length > 1) for (const part of parts) {
    const field = fieldOf(part, lookup);
    if (field) found.push(field);
  }
  else found.push(whole);
  return found;
}

/** Several fields on one line, apart by bars, dots or semicolons, or by a comma before the next label. */
function splitFields(text: string): string[] {
  const guarded = text.replace(/\[\[[^\]]*\]\]/g, (link) => link.replace(/\|/g, '\uE000'));
  return guarded.split(/\s*[|·•;]\s*|[,.]\s+(?=[\p{L}][\p{L}/ -]{1,28}:\s)|,\s+(?=(?:target|go\s*\/?\s*no-?go|owner|dri|launch|ga|ship(?:s|ping)?)\b)/iu).map((part) => part.replace(/\uE000/g, '|'));
}

function fieldOf(text: string, lookup: LabelLookup): FieldLine | null {
  const separated = SEPARATED.exec(text);
  const label = separated?.[1]?.trim() ?? '';
  const field = separated && !label.includes('[[') ? lookup.field(label) : null;
  if (field) return { field, label, value: (separated?.[2] ?? '').trim() };
  const direct = DIRECT.exec(text);
  const directField = direct ? lookup.field(direct[1] ?? '') : null;
  if (directField === 'target' || directField === 'goNoGo' || directField === 'owner') return { field: directField, label: direct?.[1] ?? '', value: direct?.[2] ?? '' };
  const joined = VERB_JOINED.exec(text);
  const verbField = joined ? lookup.field(joined[1] ?? '') : null;
  if (verbField === 'target' || verbField === 'goNoGo') return { field: verbField, label: joined?.[1] ?? '', value: text.slice((joined?.[1] ?? '').length).trim() };
  if (verbField === 'owner' && /\s(?:is|now|by)\s/i.test(text)) return { field: 'owner', label: joined?.[1] ?? '', value: joined?.[2] ?? '' };
  return null;
}
