import type { JSX } from 'preact';

/** The head of a table: one title a column. */
export function TableHead({ titles }: { readonly titles: readonly string[] }): JSX.Element {
  return (
    <thead>
      <tr>
        {titles.map((title) => (
          <th key={title} scope="col">
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** A table of texts, of which the first of a row names it; without a head where its columns speak for themselves. */
export function TextTable({
  head,
  rows,
  class: name,
}: {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly class?: string;
}): JSX.Element {
  return (
    <table class={name}>
      {head.length > 0 && <TableHead titles={head} />}
      <tbody>
        {rows.map(([title = '', ...cells], index) => (
          <tr key={index}>
            <th scope="row" dir="auto">
              {title}
            </th>
            {cells.map((cell, column) => (
              <td key={column} dir="auto">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
