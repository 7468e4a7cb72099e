import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CalendarDate } from '../../domain/calendar-date';
import { type InsightSource, insightsOf, numbersOf } from '../../presentation/insights';
import { type Seen, seenIn, seenNow, todayModel } from '../../presentation/today-model';
import type { TodayRow } from '../../presentation/today-row';
import { placeKey, withLeaving } from '../../presentation/follow-up-series';
import { furtherDates, needsOf } from '../../presentation/today-needs';
import { TODAY_WORDING as WORDS } from '../../presentation/today-wording';
import { followUpsIn } from '../../workflows/vault-state';
import { Facts } from './facts';
import { FollowUpRow } from './follow-up-row';
import { Insights } from './insights';
import type { PanelActions } from './panel-actions';
import { Empty } from './panel-states';
import type { PanelTab, TabProps } from './panel-tab';
import { PlaceButton } from './place-button';
import { keepOneTabStop, moveFocus } from './roving-focus';
import { useLeaving } from './use-leaving';
import { useUniqueId } from './unique-id';

/** So many rows of a list are shown; the rest is folded. */
const MOST_ROWS = 7;

/** The first tab: what needs a person today. */
export const TODAY_TAB: PanelTab = {
  id: 'today',
  title: WORDS.tab,
  icon: 'sun',
  command: WORDS.openTab,
  count: () => 0,
  View: Today,
};

/** What needs me, whom we wait for, the next dates, and what is different from the last look. */
function Today({ state, pending, folders, actions }: TabProps): JSX.Element {
  const [seen, setSeen] = useState<Seen | null>(() => seenIn(actions.load('seen')));
  const root = useRef<HTMLDivElement>(null);
  const source = useMemo(() => insightSource(state), [state]);
  const isReady = state.phase === 'ready';
  const mark = (): void => {
    const now = seenNow(state.releases, state.today, numbersOf(source, state.today));
    actions.save('seen', now);
    setSeen(now);
  };
  useEffect(() => {
    // The first look has nothing to compare with: the next one has this.
    if (isReady && seen === null && state.releases.length > 0) mark();
  }, [isReady, seen, state.releases]);
  const me = actions.me();
  const processes = actions.writing.registry();
  const model = useMemo(() => {
    const needs = { releases: state.releases, processes, playbooks: pending };
    return todayModel(state.releases, source.followUps, {
      today: state.today,
      me: namesOf(me),
      seen: isReady ? seen : null,
      needs: needsOf(needs, namesOf(me), state.today),
      dates: furtherDates(needs, state.today),
    });
  }, [state, seen, me, pending, processes]);
  const insights = useMemo(() => insightsOf(source, state.today, seen?.numbers ?? null), [source, seen]);
  useLayoutEffect(() => {
    if (root.current) keepOneTabStop(root.current);
  });
  if (state.releases.length === 0)
    return <Empty folders={folders} actions={actions} looseEnds={state.looseEnds} isReady={isReady} />;
  const list = (title: string, rows: readonly TodayRow[], none: string): JSX.Element => (
    <List title={title} rows={rows} none={none} today={state.today} actions={actions} />
  );
  return (
    <div
      class="shipshape-scroll shipshape-today"
      ref={root}
      onKeyDown={(event) => moveFocus(event.currentTarget, event)}
      onFocusIn={(event) => keepOneTabStop(event.currentTarget)}
    >
      <p class="shipshape-today-sentence">{model.sentence}</p>
      {model.changed.length > 0 && (
        <>
          {list(WORDS.changed, model.changed, '')}
          <button type="button" class="shipshape-chip" data-nav="" onClick={mark}>
            {WORDS.seen}
          </button>
        </>
      )}
      {list(me === '' ? WORDS.needsUs : WORDS.needsMe, model.mine, WORDS.none.mine)}
      {me === '' && <SayWho actions={actions} />}
      {list(WORDS.waitingOn, model.waiting, WORDS.none.waiting)}
      {list(WORDS.dates, model.dates, WORDS.none.dates)}
      <Insights insights={insights} actions={actions} />
    </div>
  );
}

function insightSource(state: TabProps['state']): InsightSource {
  const { releases, improvements } = state;
  return { releases: releases.map(({ release }) => release), followUps: followUpsIn(state), improvements };
}

function SayWho({ actions }: Pick<TabProps, 'actions'>): JSX.Element {
  return (
    <p class="shipshape-hint">
      {WORDS.setMe}{' '}
      <button type="button" class="shipshape-link" data-nav="" onClick={actions.openSettings}>
        {WORDS.setMeLink}
      </button>
    </p>
  );
}

function namesOf(me: string): string[] {
  return me
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter(Boolean);
}

interface ListProps {
  readonly title: string;
  readonly rows: readonly TodayRow[];
  readonly none: string;
  readonly today: CalendarDate;
  readonly actions: PanelActions;
}

function List({ title, rows, none, today, actions }: ListProps): JSX.Element {
  const id = useUniqueId();
  const [isOpen, setOpen] = useState(false);
  const { leaving, leave, takeBack } = useLeaving(actions);
  const shown = isOpen ? rows : rows.slice(0, MOST_ROWS);
  const lines = shown.flatMap(({ line }) => (line ? [line] : []));
  const [group] = withLeaving([{ title, count: lines.length, lines }], leaving);
  const silence = new Map(shown.map(({ line, silent }) => [line, silent]));
  return (
    <section class="shipshape-today-list" aria-labelledby={id}>
      <div id={id} class="shipshape-section-title">
        {title}
        {rows.length > 0 && <span class="shipshape-count">{rows.length}</span>}
      </div>
      {rows.length === 0 && leaving.length === 0 && <p class="shipshape-hint">{none}</p>}
      <ul class="shipshape-rows">
        {shown.map((row) => row.line === null && <Row key={row.key} row={row} actions={actions} />)}
        {group?.lines.map((line, index) => (
          <FollowUpRow
            key={line.key}
            line={line}
            today={today}
            actions={actions}
            extra={silence.get(line) ?? ''}
            undo={group.closed.has(placeKey(line)) ? () => takeBack(line) : null}
            closed={(label) => leave({ line, group: title, index }, label)}
          />
        ))}
      </ul>
      {rows.length > shown.length && (
        <button type="button" class="shipshape-link" data-nav="" onClick={() => setOpen(true)}>
          {WORDS.more(rows.length - shown.length)}
        </button>
      )}
    </section>
  );
}

/** A date, or what is different. */
function Row({ row, actions }: { readonly row: TodayRow; readonly actions: PanelActions }): JSX.Element {
  return (
    <li class="shipshape-today-row">
      <PlaceButton place={row.place} actions={actions}>
        <span class="shipshape-text" dir="auto">
          {row.text}
        </span>
        <Facts facts={row.facts} isLate={row.isLate} />
      </PlaceButton>
    </li>
  );
}
