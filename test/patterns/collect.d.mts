/** A pattern with the places in which it stands. */
export interface Literal {
  readonly source: string;
  readonly flags: string;
  readonly places: readonly string[];
}

export function sourceFiles(root: string): readonly string[];
export function patternsOf(root: string): { readonly literals: readonly Literal[]; readonly built: readonly string[] };
