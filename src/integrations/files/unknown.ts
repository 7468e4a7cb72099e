/** An object of a file that anybody may have written: every field is looked at before it is used. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value where it is an object with fields, else null. */
export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** The value where it is a list, else an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** Text of a field: a number as it is written, and null for what is neither, or empty. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : text;
}

/** The name of a thing that may be given as text or as an object with one of these fields. */
export function nameOf(value: unknown, ...fields: readonly string[]): string | null {
  const text = textOf(value);
  if (text !== null) return text;
  const object = fieldsOf(value);
  for (const field of object ? fields : []) {
    const found = textOf(object?.[field]);
    if (found !== null) return found;
  }
  return null;
}
