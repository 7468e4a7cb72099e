import { type Assessed, faceOf } from './panel-model';
import { TODAY_WORDING as WORDS } from './today-wording';

/** "1 off track · 3 due", and the same as a sentence; '' where nothing is. */
export function statusBarModel(
  releases: readonly Assessed[],
  due: number,
): { readonly text: string; readonly label: string } {
  const offTrack = releases.filter((entry) => faceOf(entry) === 'off-track').length;
  const text = [offTrack > 0 ? WORDS.offTrackShort(offTrack) : '', due > 0 ? WORDS.dueShort(due) : '']
    .filter(Boolean)
    .join(' · ');
  return { text, label: text === '' ? '' : WORDS.statusBar(text) };
}
