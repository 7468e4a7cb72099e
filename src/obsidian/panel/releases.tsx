import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { toggled } from '../../domain/toggled';
import { type CardFace, countFaces, selectReleases } from '../../presentation/panel-model';
import { WORDING } from '../../presentation/wording';
import type { VaultState } from '../../workflows/vault-state';
import { Empty, LooseEnds, Unread, UnroutedRequests } from './panel-states';
import { PanelHeader } from './panel-header';
import type { PanelTab, TabProps } from './panel-tab';
import { ReleaseList } from './release-list';
import { keepOneTabStop, moveFocus } from './roving-focus';
import { choicesOf, menuOf } from './show-menu';
import { Survey } from './survey';
import { useChoice } from './use-choice';

const FIRST_CARDS = 24;
const MORE_CARDS = 40;
const NEAR_END_PX = 600;

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
function Releases({ state, folders, wanted, actions }: TabProps): JSX.Element {
  const [text, setText] = useState('');
  const [faces, setFaces] = useState<readonly CardFace[]>([]);
  const [sort, setSort] = useChoice(actions, 'sort', WORDING.sorts, 'risk');
  const [grouping, setGrouping] = useChoice(actions, 'release-grouping', WORDING.groupings, 'none');
  const [density, setDensity] = useChoice(actions, 'density', WORDING.densities, 'compact');
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [limit, setLimit] = useState(FIRST_CARDS);
  const root = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => selectReleases(state.releases, { text, faces, sort }), [state, text, faces, sort]);
  const clear = (): void => {
    setText('');
    setFaces([]);
  };

  useLayoutEffect(() => {
    if (root.current) keepOneTabStop(root.current);
  });
  useEffect(() => {
    const id = wanted?.release;
    if (id === undefined) return;
    clear();
    setLimit(state.releases.length);
    setExpanded((open) => new Set([...open, id]));
    // Once it is drawn.
    root.current?.win.setTimeout(() => focusRelease(root.current, id));
  }, [wanted]);

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
        chooseView={(event) =>
          menuOf(
            event,
            choicesOf({ names: WORDING.sorts, chosen: sort, choose: setSort }),
            choicesOf({ names: WORDING.groupings, chosen: grouping, choose: setGrouping }),
            choicesOf({ names: WORDING.densities, chosen: density, choose: setDensity }),
          )
        }
        loading={state.phase === 'loading' ? state : null}
      />
      <div
        class="shipshape-scroll"
        ref={root}
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          if (limit < shown.length && scrollTop + clientHeight > scrollHeight - NEAR_END_PX)
            setLimit(limit + MORE_CARDS);
        }}
        onKeyDown={(event) => moveFocus(event.currentTarget, event)}
        onFocusIn={(event) => keepOneTabStop(event.currentTarget)}
      >
        <Survey survey={actions.survey} isAutomatic={false} />
        {shown.length === 0 && <NothingShown clear={clear} />}
        <ReleaseList
          state={state}
          shown={shown}
          limit={limit}
          grouping={grouping}
          isCompact={density === 'compact'}
          expanded={expanded}
          toggle={(id) => setExpanded((open) => toggled(open, id))}
          actions={actions}
        />
        {shown.length <= limit && text === '' && faces.length === 0 && <Rest state={state} actions={actions} />}
      </div>
    </>
  );
}

function NothingShown({ clear }: { readonly clear: () => void }): JSX.Element {
  return (
    <div class="shipshape-hint">
      {WORDING.nothingFiltered}{' '}
      <button type="button" class="shipshape-link" onClick={clear}>
        {WORDING.clearFilter}
      </button>
    </div>
  );
}

/** What belongs to no release. */
function Rest({ state, actions }: Pick<TabProps, 'state' | 'actions'>): JSX.Element {
  return (
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
  );
}

/** Problems of notes that no card shows. */
function outsideReleases({ unread, releases }: VaultState): VaultState['unread'] {
  if (unread.length === 0) return unread;
  const shown = new Set(releases.flatMap(({ release }) => release.sources));
  return unread.filter(({ path }) => !shown.has(path));
}

/** Puts the keyboard on a release's head. */
function focusRelease(root: HTMLElement | null, id: string): void {
  const card = Array.from(root?.querySelectorAll<HTMLElement>('[data-release]') ?? []).find(
    ({ dataset }) => dataset.release === id,
  );
  card?.querySelector<HTMLElement>('[data-nav="card"]')?.focus();
  card?.scrollIntoView({ block: 'start' });
}
