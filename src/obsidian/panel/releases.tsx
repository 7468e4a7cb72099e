import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { toggled } from '../../domain/toggled';
import type { AssessedRelease } from '../../index/portfolio';
import {
  cardModel,
  type CardFace,
  type CardModel,
  countFaces,
  type PanelFilter,
  type PanelSort,
  selectReleases,
} from '../../presentation/panel-model';
import { WORDING } from '../../presentation/wording';
import type { VaultState } from '../../workflows/vault-state';
import { Card } from './card';
import { Empty, LooseEnds, Unread, UnroutedRequests } from './panel-states';
import { PanelHeader } from './panel-header';
import type { PanelTab, TabProps } from './panel-tab';
import { keepOneTabStop, moveFocus } from './roving-focus';
import { choiceMenu } from './show-menu';
import { Survey } from './survey';

const FIRST_CARDS = 24;
const MORE_CARDS = 40;
const NEAR_END_PX = 600;
const SORTS: readonly PanelSort[] = ['risk', 'gate', 'name'];

const models = new WeakMap<object, { readonly today: string; readonly model: CardModel }>();

/** A card's model is built once for each assessment and day. */
function modelOf(entry: AssessedRelease, today: VaultState['today']): CardModel {
  const known = models.get(entry.assessment);
  if (known?.today === today) return known.model;
  const model = cardModel(entry, today);
  models.set(entry.assessment, { today, model });
  return model;
}

/** The tab of releases. */
export const RELEASES_TAB: PanelTab = {
  id: 'releases',
  title: WORDING.releasesTab,
  icon: 'ship',
  command: WORDING.openPanel,
  count: () => 0,
  View: Releases,
};

/** All releases: filter and counts above, cards below, worst first. */
function Releases({ state, folders, actions }: TabProps): JSX.Element {
  const [text, setText] = useState('');
  const [faces, setFaces] = useState<readonly CardFace[]>([]);
  const [sort, setSort] = useState<PanelSort>(() => storedSort(actions.load('sort')));
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [limit, setLimit] = useState(FIRST_CARDS);
  const root = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (root.current) keepOneTabStop(root.current);
  });

  const filter: PanelFilter = { text, faces, sort };
  const shown = useMemo(() => selectReleases(state.releases, filter), [state, text, faces, sort]);
  const toggle = (id: string): void => setExpanded((open) => toggled(open, id));
  const chooseSort = (event: MouseEvent): void =>
    choiceMenu(event, SORTS, sort, WORDING.sorts, (choice) => {
      setSort(choice);
      actions.save('sort', choice);
    });
  const grow = (element: HTMLElement): void => {
    if (limit < shown.length && element.scrollTop + element.clientHeight > element.scrollHeight - NEAR_END_PX)
      setLimit(limit + MORE_CARDS);
  };

  if (state.releases.length === 0)
    return <Empty folders={folders} actions={actions} looseEnds={state.looseEnds} isReady={state.phase === 'ready'} />;
  return (
    <>
      <PanelHeader
        text={text}
        setText={(value) => {
          setText(value);
          setLimit(FIRST_CARDS);
        }}
        faces={faces}
        setFaces={setFaces}
        counts={countFaces(state.releases)}
        chooseSort={chooseSort}
        loading={state.phase === 'loading' ? state : null}
      />
      <div
        class="shipshape-scroll"
        ref={root}
        onScroll={(event) => grow(event.currentTarget)}
        onKeyDown={(event) => moveFocus(event.currentTarget, event)}
        onFocusIn={(event) => keepOneTabStop(event.currentTarget)}
      >
        <Survey survey={actions.survey} isAutomatic={false} />
        {shown.length === 0 && (
          <div class="shipshape-hint">
            {WORDING.nothingFiltered}{' '}
            <button
              type="button"
              class="shipshape-link"
              onClick={() => {
                setText('');
                setFaces([]);
              }}
            >
              {WORDING.clearFilter}
            </button>
          </div>
        )}
        <div class="shipshape-list" role="list">
          {shown.slice(0, limit).map((entry, index) => (
            <Card
              key={entry.release.id}
              entry={entry}
              model={modelOf(entry, state.today)}
              today={state.today}
              expanded={expanded.has(entry.release.id)}
              levels={state.histories[entry.release.id]?.transitions ?? []}
              position={index + 1}
              total={shown.length}
              toggle={toggle}
              actions={actions}
            />
          ))}
        </div>
        {shown.length <= limit && text === '' && faces.length === 0 && (
          <>
            <UnroutedRequests requests={state.unrouted} actions={actions} />
            <LooseEnds looseEnds={state.looseEnds} actions={actions} />
            <Unread unread={outsideReleases(state)} actions={actions} />
            {state.troubles.map((trouble) => (
              <p key={trouble} class="shipshape-note">
                {trouble}.
              </p>
            ))}
          </>
        )}
      </div>
    </>
  );
}

/** Problems of notes that no card shows. */
function outsideReleases({ unread, releases }: VaultState): VaultState['unread'] {
  if (unread.length === 0) return unread;
  const shown = new Set(releases.flatMap(({ release }) => release.sources));
  return unread.filter(({ path }) => !shown.has(path));
}

function storedSort(value: unknown): PanelSort {
  return SORTS.find((sort) => sort === value) ?? 'risk';
}
