import { Menu } from 'obsidian';
import type { JSX } from 'preact';
import type { CalendarDate } from '../../domain/calendar-date';
import type { ProcessEntry } from '../../domain/process';
import { PROCESS_WORDING as WORDS } from '../../presentation/process-wording';
import { coverageLines, registryLine } from '../../presentation/registry-model';
import { SKIPPED_TOO_OFTEN } from '../../workflows/process-registry';
import { Facts } from './facts';
import { Icon } from './icon';
import type { PanelActions } from './panel-actions';
import { PlaceButton } from './place-button';
import { entriesOf, showMenu } from './show-menu';
import { useUniqueId } from './unique-id';

/** All processes with who keeps them, how they are followed, and what is due. */
export function Registry({
  entries,
  today,
  actions,
}: {
  readonly entries: readonly ProcessEntry[];
  readonly today: CalendarDate;
  readonly actions: PanelActions;
}): JSX.Element | null {
  const id = useUniqueId();
  if (entries.length === 0) return null;
  return (
    <div class="shipshape-loose" role="group" aria-labelledby={id}>
      <div id={id} class="shipshape-section-title">
        {WORDS.registry}
        <span class="shipshape-count">{entries.length}</span>
      </div>
      {coverageLines(actions.writing.coverage(entries)).map((line) => (
        <p key={line} class="shipshape-hint">
          {line}
        </p>
      ))}
      <ul class="shipshape-rows">
        {entries.map((entry) => (
          <Line key={entry.path} entry={entry} today={today} actions={actions} />
        ))}
      </ul>
    </div>
  );
}

function Line({
  entry,
  today,
  actions,
}: {
  readonly entry: ProcessEntry;
  readonly today: CalendarDate;
  readonly actions: PanelActions;
}): JSX.Element {
  const { facts, problems } = registryLine(entry, today, SKIPPED_TOO_OFTEN);
  const place = { path: entry.path, line: 1, label: entry.path };
  const { writing } = actions;
  const open = (event: MouseEvent): void => {
    const menu = new Menu();
    const add = entriesOf(menu);
    add(WORDS.run, 'circle-play', () => writing.runProcess(entry));
    add(WORDS.markVerified, 'badge-check', () => writing.markVerified(entry.path));
    const { playbook } = entry;
    if (playbook !== null)
      add(WORDS.openPlaybook, 'book-open', () => actions.open({ path: playbook, line: 1, label: playbook }, event));
    showMenu(menu, event);
  };
  return (
    <li class="shipshape-follow-line">
      <div class="shipshape-follow-body">
        <PlaceButton place={place} actions={actions}>
          <span class="shipshape-who">{entry.name}</span>
          <Facts facts={facts} />
          {problems.map((problem) => (
            <span key={problem} class="shipshape-note is-overdue">
              {problem}
            </span>
          ))}
        </PlaceButton>
      </div>
      <button
        type="button"
        class="clickable-icon"
        data-nav=""
        aria-haspopup="menu"
        aria-label={WORDS.more(entry.name)}
        onClick={open}
      >
        <Icon name="ellipsis" />
      </button>
    </li>
  );
}
