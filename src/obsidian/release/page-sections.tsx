import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { AssessedRelease } from '../../index/portfolio';
import type { ReasonRow } from '../../presentation/card-model';
import type { NoteRow, PlacedRow } from '../../presentation/details-model';
import type { PlacedText, RaidRow, StakeholderRow } from '../../presentation/release-view/party-rows';
import type { ReadinessRow } from '../../presentation/release-view/release-view-model';
import { RELEASE_VIEW_WORDING as WORDS } from '../../presentation/release-view/release-view-wording';
import { Checklist } from '../panel/checklist';
import { Icon } from '../panel/icon';
import type { PanelActions } from '../panel/panel-actions';
import { PlaceButton } from '../panel/place-button';
import { SEVERITY_ICONS } from '../panel/reasons';
import { TableHead } from '../panel/text-table';

interface WithActions {
  readonly actions: PanelActions;
}

/** The gravest reasons, each with what clears it, its lines, and what can be done at its end. */
export function Needs({
  rows,
  entry,
  actions,
}: WithActions & { readonly rows: readonly ReasonRow[]; readonly entry: AssessedRelease }): JSX.Element {
  if (rows.length === 0) return <p class="shipshape-note">{WORDS.nothingNeeds}</p>;
  return (
    <ul class="shipshape-needs">
      {rows.map((row) => (
        <li key={row.key} class={`is-${row.severity}`}>
          <Icon name={SEVERITY_ICONS[row.severity]} />
          <div class="shipshape-need-words">
            <span dir="auto">{row.text}</span>
            <span class="shipshape-note">
              {row.clears}{' '}
              {row.places.slice(0, 3).map((place) => (
                <PlaceButton key={place.label} place={place} actions={actions} class="shipshape-place-link">
                  {place.label}
                </PlaceButton>
              ))}
            </span>
          </div>
          <div class="shipshape-need-acts">
            {row.acts.map(({ id, label }) => (
              <button
                key={id}
                type="button"
                class="shipshape-page-act"
                aria-label={`${label}: ${row.text}`}
                onClick={() => actions.acts.run(id, entry, row.reason)}
              >
                {label}
              </button>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Sections of the checklist: one box an item, and what is open; each opens to its lines. */
export function Readiness({ rows, actions }: WithActions & { readonly rows: readonly ReadinessRow[] }): JSX.Element {
  return (
    <ul class="shipshape-readiness">
      {rows.map((row) => (
        <ReadinessLine key={row.section.title} row={row} actions={actions} />
      ))}
    </ul>
  );
}

function ReadinessLine({ row, actions }: WithActions & { readonly row: ReadinessRow }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <button type="button" class="shipshape-readiness-row" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span class="shipshape-readiness-name" dir="auto">
          {row.section.title}
        </span>
        <span class="shipshape-boxes" aria-hidden="true">
          {row.boxes.map((isDone, index) => (
            <span key={index} class={isDone ? 'is-done' : ''} />
          ))}
          {row.boxes.length === 0 && (
            <span class="shipshape-progress-bar">
              <span class="shipshape-progress-done" style={{ '--shipshape-done': `${row.percent}%` }} />
            </span>
          )}
        </span>
        <bdi class="shipshape-readiness-count">{row.count}</bdi>
        <span class="shipshape-note" dir="auto">
          {row.open}
        </span>
      </button>
      {isOpen && <Checklist section={row.section} actions={actions} single />}
    </li>
  );
}

/** What changed when, the newest first. */
export function History({ rows, actions }: WithActions & { readonly rows: readonly PlacedRow[] }): JSX.Element {
  return (
    <ul class="shipshape-history">
      {rows.map((row) => (
        <li key={row.key}>
          <PlaceButton place={row.place} actions={actions}>
            <span class="shipshape-note shipshape-history-day">{row.note}</span>
            <span dir="auto">{row.text}</span>
          </PlaceButton>
        </li>
      ))}
    </ul>
  );
}

function Table({
  head,
  children,
}: {
  readonly head: readonly string[];
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <table class="shipshape-table">
      <TableHead titles={head} />
      <tbody>{children}</tbody>
    </table>
  );
}

/** Who needs what, and owes what, by when. */
export function Stakeholders({
  rows,
  actions,
}: WithActions & { readonly rows: readonly StakeholderRow[] }): JSX.Element {
  const { who, needs, owes, by, state } = WORDS.stakeholderHead;
  return (
    <Table head={[who, needs, owes, by, state]}>
      {rows.map((row) => (
        <tr key={row.who}>
          <th scope="row" dir="auto">
            {row.who}
          </th>
          <td data-head={needs}>
            <Placed texts={row.needs} actions={actions} />
          </td>
          <td data-head={owes}>
            <Placed texts={row.owes} actions={actions} />
          </td>
          <td data-head={by}>{row.by}</td>
          <td data-head={state} class={row.isLate ? 'is-late' : ''}>
            {row.state}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Placed({ texts, actions }: WithActions & { readonly texts: readonly PlacedText[] }): JSX.Element {
  return (
    <>
      {texts.map(({ text, place }) => (
        <PlaceButton key={`${place.path}:${place.line}`} place={place} actions={actions}>
          <span dir="auto">{text}</span>
        </PlaceButton>
      ))}
    </>
  );
}

/** Risks, issues and dependencies as written; what is over comes last. */
export function Raid({ rows, actions }: WithActions & { readonly rows: readonly RaidRow[] }): JSX.Element {
  const { type, text, severity, since, owner } = WORDS.raidHead;
  return (
    <Table head={[type, text, severity, since, owner]}>
      {rows.map((row) => (
        <tr key={`${row.place.path}:${row.place.line}:${row.type}`} class={row.isOver ? 'is-over' : ''}>
          <td data-head={type}>
            <span class="shipshape-tag">{row.type}</span>
          </td>
          <td data-head={text}>
            <Placed texts={[row]} actions={actions} />
          </td>
          <td data-head={severity}>{row.severity}</td>
          <td data-head={since}>{row.since}</td>
          <td data-head={owner} dir="auto">
            {row.owner}
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** The notes of the release, and what became of their lines. */
export function Sources({ notes, actions }: WithActions & { readonly notes: readonly NoteRow[] }): JSX.Element {
  return (
    <ul class="shipshape-history">
      {notes.map((row) => (
        <li key={row.place.path}>
          <PlaceButton place={row.place} actions={actions} title={row.place.path}>
            <span dir="auto">{row.place.label}</span>
            <span class="shipshape-note">{row.read}</span>
          </PlaceButton>
        </li>
      ))}
    </ul>
  );
}
