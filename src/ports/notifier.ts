/** Tells the person something in one sentence. */
export interface Notifier {
  readonly notify: (sentence: string) => void;
}
