/** Where notes are written. */
export interface NoteStore {
  /**
   * Applies `edit` to the current text atomically and writes the result when it differs. The edit may run more than
   * once and has no effects. `missing` when there is no such note; rejects when the store fails, with nothing written.
   */
  readonly process: (path: string, edit: (text: string) => string) => Promise<'done' | 'missing'>;
}
