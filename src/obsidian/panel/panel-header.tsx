import type { JSX } from 'preact';
import type { CardFace } from '../../presentation/panel-model';
import { WORDING } from '../../presentation/wording';
import { Icon } from './icon';
import { moveAlong } from './roving-focus';
import { SearchField } from './search-field';

interface HeaderProps {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly faces: readonly CardFace[];
  readonly setFaces: (faces: readonly CardFace[]) => void;
  readonly counts: Readonly<Record<CardFace, number>>;
  readonly chooseView: (event: MouseEvent) => void;
  readonly loading: { readonly notesDone: number; readonly notesTotal: number } | null;
}

const ORDER: readonly CardFace[] = ['off-track', 'at-risk', 'unknown', 'on-track', 'released', 'cancelled'];

/** Filter by words and by verdict; the counts say at a glance how the releases stand. */
export function PanelHeader({ text, setText, faces, setFaces, counts, chooseView, loading }: HeaderProps): JSX.Element {
  const flip = (face: CardFace): void =>
    setFaces(faces.includes(face) ? faces.filter((other) => other !== face) : [...faces, face]);
  return (
    <div class="shipshape-header">
      <SearchField label={WORDING.filterLabel} placeholder={WORDING.filterPlaceholder} text={text} setText={setText}>
        <button
          type="button"
          class="clickable-icon"
          aria-haspopup="menu"
          aria-label={WORDING.viewLabel}
          onClick={chooseView}
        >
          <Icon name="sliders-horizontal" />
        </button>
      </SearchField>
      <div class="shipshape-chips" role="toolbar" aria-label={WORDING.facesLabel} onKeyDown={moveAlong}>
        {ORDER.filter((face) => counts[face] > 0).map((face, index) => (
          <button
            key={face}
            tabIndex={index === 0 ? 0 : -1}
            type="button"
            class={`shipshape-chip is-${face}`}
            aria-pressed={faces.includes(face)}
            title={WORDING.showOnly(WORDING.faces[face])}
            onClick={() => flip(face)}
          >
            <span class="shipshape-chip-count">{counts[face]}</span> {WORDING.faces[face]}
          </button>
        ))}
      </div>
      {loading && (
        <div class="shipshape-loading-line" role="status">
          {WORDING.loadingCount(loading.notesDone, loading.notesTotal)}
        </div>
      )}
    </div>
  );
}
