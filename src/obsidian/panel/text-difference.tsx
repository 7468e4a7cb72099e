import type { JSX } from 'preact';
import { plainText } from '../../markdown/inline';
import { type LineChange, lineDifference } from '../../markdown/line-difference';
import { PROCESS_WORDING as WORDS } from '../../presentation/process-wording';

interface DifferenceProps {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** The text is shown as it is written, markup and all. */
  readonly isSource?: boolean;
}

/** What would change in a text, line by line; lines that stay are only counted. */
export function TextDifference({ title, before, after, isSource = false }: DifferenceProps): JSX.Element {
  const show = isSource ? (line: string): string => line : shownAs(before, after);
  return (
    <Lines title={title}>
      {runsOf(lineDifference(before, after)).map(({ kind, lines }, index) =>
        kind === 'same' ? (
          <div key={index} class="shipshape-stays">
            {WORDS.sameLines(lines.length)}
          </div>
        ) : (
          lines.map((line, at) => <Line key={`${index} ${at}`} kind={kind} line={show(line)} />)
        ),
      )}
    </Lines>
  );
}

/** One of two texts, whole; the lines that the other one does not have stand out. */
export function TextSide({
  title,
  before,
  after,
  side,
}: DifferenceProps & { readonly side: 'removed' | 'added' }): JSX.Element {
  const show = shownAs(before, after);
  return (
    <Lines title={title}>
      {lineDifference(before, after)
        .filter(({ kind }) => kind === 'same' || kind === side)
        .map(({ kind, line }, index) =>
          kind === 'same' ? (
            <div key={index} class="shipshape-stays">
              {show(line)}
            </div>
          ) : (
            <mark key={index}>
              <bdi>{show(line)}</bdi>
            </mark>
          ),
        )}
    </Lines>
  );
}

function Lines({
  title,
  children,
}: {
  readonly title: string;
  readonly children: JSX.Element | (JSX.Element | JSX.Element[])[];
}): JSX.Element {
  return (
    <div class="shipshape-difference">
      <div class="shipshape-section-title">{title}</div>
      <div class="shipshape-difference-lines" role="group" aria-label={title} tabIndex={0}>
        {children}
      </div>
    </div>
  );
}

function Line({ kind, line }: { readonly kind: 'removed' | 'added'; readonly line: string }): JSX.Element {
  const words = [
    <span key="said" class="shipshape-hidden">
      {WORDS[kind]}{' '}
    </span>,
    <bdi key="line">{line}</bdi>,
  ];
  return kind === 'removed' ? <del>{words}</del> : <ins>{words}</ins>;
}

/** Lines read as a reader of the note sees them, unless that would hide what differs. */
function shownAs(before: string, after: string): (line: string) => string {
  const [old, now] = [before, after].map((text) => text.split('\n').map(plainText));
  return (old?.join('\n') ?? '') === (now?.join('\n') ?? '') ? (line) => line : plainText;
}

/** Neighbouring lines of one kind together. */
function runsOf(
  changes: readonly LineChange[],
): { readonly kind: LineChange['kind']; readonly lines: readonly string[] }[] {
  const runs: { readonly kind: LineChange['kind']; readonly lines: string[] }[] = [];
  for (const { kind, line } of changes) {
    const last = runs[runs.length - 1];
    if (last?.kind === kind) last.lines.push(line);
    else runs.push({ kind, lines: [line] });
  }
  return runs;
}
