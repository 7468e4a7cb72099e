import type { JSX } from 'preact';
import { type LineChange, lineDifference } from '../../markdown/line-difference';
import { PROCESS_WORDING as WORDS } from '../../presentation/process-wording';

/** What would change in a text, line by line; lines that stay are only counted. */
export function TextDifference({ title, before, after }: { readonly title: string; readonly before: string; readonly after: string }): JSX.Element {
  return (
    <div class="shipshape-difference">
      <div class="shipshape-section-title">{title}</div>
      <div class="shipshape-difference-lines" role="group" aria-label={title} tabIndex={0}>
        {runsOf(lineDifference(before, after)).map(({ kind, lines }, index) => (kind === 'same' ? <div key={index} class="shipshape-note">{WORDS.sameLines(lines.length)}</div> : lines.map((line, at) => <Line key={`${index} ${at}`} kind={kind} line={line} />)))}
      </div>
    </div>
  );
}

function Line({ kind, line }: { readonly kind: 'removed' | 'added'; readonly line: string }): JSX.Element {
  const words = [<span key="said" class="shipshape-hidden">{WORDS[kind]} </span>, <bdi key="line">{line}</bdi>];
  return kind === 'removed' ? <del>{words}</del> : <ins>{words}</ins>;
}

/** Neighbouring lines of one kind together. */
function runsOf(changes: readonly LineChange[]): { readonly kind: LineChange['kind']; readonly lines: readonly string[] }[] {
  const runs: { readonly kind: LineChange['kind']; readonly lines: string[] }[] = [];
  for (const { kind, line } of changes) {
    const last = runs[runs.length - 1];
    if (last?.kind === kind) last.lines.push(line);
    else runs.push({ kind, lines: [line] });
  }
  return runs;
}
