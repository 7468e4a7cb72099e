import type { ComponentChildren, JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { AssessedRelease } from '../../index/portfolio';
import { cardModel, type CardModel } from '../../presentation/card-model';
import { gravest, groupReleases, type PanelGrouping } from '../../presentation/panel-model';
import type { VaultState } from '../../workflows/vault-state';
import { Card } from './card';
import type { PanelActions } from './panel-actions';
import { useUniqueId } from './unique-id';

const models = new WeakMap<object, { readonly today: string; readonly model: CardModel }>();

/** A card's model is built once for each assessment and day. */
function modelOf(entry: AssessedRelease, today: VaultState['today']): CardModel {
  const known = models.get(entry.assessment);
  if (known?.today === today) return known.model;
  const model = cardModel(entry, today);
  models.set(entry.assessment, { today, model });
  return model;
}

interface ListProps {
  readonly state: VaultState;
  /** Those to show, in order. */
  readonly shown: readonly AssessedRelease[];
  /** So many of them are drawn. */
  readonly limit: number;
  readonly grouping: PanelGrouping;
  readonly isCompact: boolean;
  readonly expanded: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly actions: PanelActions;
}

/** Releases in groups; in a compact list all but the gravest two are rows. */
export function ReleaseList({
  state,
  shown,
  limit,
  grouping,
  isCompact,
  expanded,
  toggle,
  actions,
}: ListProps): JSX.Element {
  const groups = useMemo(() => groupReleases(shown.slice(0, limit), grouping), [shown, limit, grouping]);
  const atLength = useMemo(() => gravest(shown), [shown]);
  return (
    <>
      {groups.map(({ title, entries }) => (
        <Group key={title} title={title} count={entries.length}>
          {entries.map((entry, index) => (
            <Card
              key={entry.release.id}
              entry={entry}
              model={modelOf(entry, state.today)}
              today={state.today}
              isCompact={isCompact && !atLength.has(entry.release.id)}
              expanded={expanded.has(entry.release.id)}
              levels={state.histories[entry.release.id]?.transitions ?? []}
              position={index + 1}
              total={grouping === 'none' ? shown.length : entries.length}
              toggle={toggle}
              actions={actions}
            />
          ))}
        </Group>
      ))}
    </>
  );
}

/** Cards below a title, where there is one. */
function Group({
  title,
  count,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly children: ComponentChildren;
}): JSX.Element {
  const id = useUniqueId();
  return (
    <>
      {title !== '' && (
        <div id={id} class="shipshape-section-title shipshape-group-title">
          {title}
          <span class="shipshape-count">{count}</span>
        </div>
      )}
      <div class="shipshape-list" role="list" aria-labelledby={title === '' ? undefined : id}>
        {children}
      </div>
    </>
  );
}
