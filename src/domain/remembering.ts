/** The same function, which works its result out again only when an argument is another one than the last time. */
export function remembering<Inputs extends readonly unknown[], Result>(
  work: (...inputs: Inputs) => Result,
): (...inputs: Inputs) => Result {
  let last: { readonly inputs: Inputs; readonly result: Result } | null = null;
  return (...inputs) => {
    if (last === null || inputs.some((input, index) => input !== last?.inputs[index]))
      last = { inputs, result: work(...inputs) };
    return last.result;
  };
}
