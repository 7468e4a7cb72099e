import type { HistoryEntry } from '../domain/history-entry';
import { parseHistoryLine } from '../domain/history-line';
import { isHistoryPath } from '../domain/line-history';
import type { FeatureReader } from './feature';

const LINES_A_STEP = 200;

/** History notes: on which day lines of plans and boxes were seen to change. Lines of other forms are passed over. */
export const HISTORY: FeatureReader<readonly HistoryEntry[]> = {
  id: 'history',
  version: 3,
  mayConcern: (path, { history }) => isHistoryPath(path, history),
  *read(_path, text) {
    const found: HistoryEntry[] = [];
    let read = 0;
    for (let from = 0; from < text.length;) {
      const end = text.indexOf('\n', from);
      const entry = parseHistoryLine(text.slice(from, end < 0 ? text.length : end));
      read++;
      if (entry) found.push(entry.kind === 'status' ? { ...entry, line: read } : entry);
      from = end < 0 ? text.length : end + 1;
      if (read % LINES_A_STEP === 0) yield;
    }
    return found.length > 0 ? found : null;
  },
};
