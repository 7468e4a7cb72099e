/** What an error says, for a sentence that a person reads. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().replace(/\.+$/, '') || 'unknown reason';
}
