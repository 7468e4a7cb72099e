import { Notice, Platform } from 'obsidian';
import { h } from 'preact';
import { titleOf } from '../../domain/release';
import { safeFileName } from '../../domain/safe-name';
import type { AssessedRelease } from '../../index/portfolio';
import { calendarEntries } from '../../presentation/calendar/calendar-dates';
import { calendarFile } from '../../presentation/calendar/calendar-file';
import { CALENDAR_WORDING } from '../../presentation/calendar/calendar-wording';
import { longDay } from '../../presentation/date-wording';
import { burnUpChart } from '../../presentation/release-view/burn-up-chart';
import { releaseViewModel, type ReleaseViewModel } from '../../presentation/release-view/release-view-model';
import { RELEASE_VIEW_WORDING } from '../../presentation/release-view/release-view-wording';
import { freePath } from '../../workflows/free-path';
import { folderOfRelease } from '../../workflows/release-note';
import { pageFile, pictureFile } from '../page-file/page-file';
import { PICTURE_STYLE } from '../page-file/page-style';
import { PICTURE_WIDTH, ReleasePageFile } from '../page-file/release-page-file';
import { ChartPicture } from '../release/chart-picture';
import type { Desk } from './desk';

const WORDS = RELEASE_VIEW_WORDING.file;

/** How a release is handed on to people without the app. */
export interface PageFileWriting {
  /** Saves all that its view says as one file beside its notes. */
  readonly savePage: (entry: AssessedRelease) => void;
  /** Saves the picture of its forecast likewise. */
  readonly saveChart: (entry: AssessedRelease) => void;
  /** Saves its dates as an iCalendar file likewise. */
  readonly saveDates: (entry: AssessedRelease) => void;
  /** Prints the page. */
  readonly print: (entry: AssessedRelease) => void;
}

/** Pages and pictures of a release; nothing is written but new files, and undo takes them back. */
export function pageFileWriting(desk: Desk): PageFileWriting {
  const modelOf = (entry: AssessedRelease): ReleaseViewModel => {
    const { today, histories } = desk.state();
    const { calendar } = desk.settings.current();
    return releaseViewModel(entry, { today, calendar }, histories[entry.release.id]?.transitions);
  };
  const pageOf = (entry: AssessedRelease): string =>
    pageFile(titleOf(entry.release), h(ReleasePageFile, { model: modelOf(entry), asOf: longDay(desk.clock.today()) }));
  return {
    savePage: (entry) => save(desk, entry, { what: WORDS.page, ending: 'html', text: pageOf(entry) }),
    saveChart: (entry) => {
      const { chart } = modelOf(entry);
      if (chart === null) {
        new Notice(WORDS.noChart);
        return;
      }
      const picture = h(ChartPicture, { chart: burnUpChart(chart, PICTURE_WIDTH), open: null, style: PICTURE_STYLE });
      save(desk, entry, { what: WORDS.chart, ending: 'svg', text: pictureFile(picture) });
    },
    saveDates: (entry) => {
      const text = calendarFile(calendarEntries([entry], []), titleOf(entry.release));
      save(desk, entry, { what: CALENDAR_WORDING.dates, ending: 'ics', text });
    },
    print: (entry) => printPage(pageOf(entry)),
  };
}

function save(
  desk: Desk,
  { release }: AssessedRelease,
  { what, ending, text }: { readonly what: string; readonly ending: string; readonly text: string },
): void {
  const { writer, store, settings, clock } = desk;
  const title = titleOf(release);
  const name = safeFileName(`${clock.today()} - ${what} ${title}`);
  if (name === null) {
    new Notice(WORDS.nameUnusable);
    return;
  }
  const path = freePath(folderOfRelease(release, settings.current()), name, store, ending);
  desk.attempt(async () => {
    const outcome = await writer.create(`${what}: ${title}`, [], [{ path, text }]);
    const isMade = desk.succeeded(outcome, 1);
    if (isMade) new Notice(WORDS.saved(outcome.notes[0] ?? path));
    return isMade;
  });
}

/** Prints a page of its own in a frame in which nothing runs; the frame goes when the dialog has closed. */
function printPage(html: string): void {
  if (Platform.isMobile) {
    new Notice(WORDS.noPrinter);
    return;
  }
  const frame = activeDocument.body.createEl('iframe', {
    cls: 'shipshape-print',
    attr: { sandbox: 'allow-same-origin allow-modals', 'aria-hidden': 'true', tabindex: '-1' },
  });
  frame.addEventListener('load', () => {
    const page = frame.contentWindow;
    if (!page) return;
    page.addEventListener('afterprint', () => frame.remove());
    page.focus();
    page.print();
  });
  frame.srcdoc = html;
}
