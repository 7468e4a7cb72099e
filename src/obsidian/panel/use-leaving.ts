import { useState } from 'preact/hooks';
import type { FollowUpLine } from '../../presentation/follow-ups-model';
import type { LeavingLine } from '../../presentation/follow-up-series';
import type { PanelActions } from './panel-actions';

const LEAVING_MS = 5000;

/** Lines that were just closed stay for some seconds, with a way to take that back. */
export function useLeaving(actions: PanelActions): {
  readonly leaving: readonly LeavingLine[];
  readonly leave: (line: LeavingLine, label: string) => void;
  readonly takeBack: (line: FollowUpLine) => void;
} {
  const [all, setAll] = useState<readonly (LeavingLine & { readonly label: string })[]>([]);
  const drop = (line: FollowUpLine): void => setAll((now) => now.filter((other) => other.line !== line));
  return {
    leaving: all,
    leave: (leaving, label) => {
      setAll((now) => [...now, { ...leaving, label }]);
      window.setTimeout(() => drop(leaving.line), LEAVING_MS);
    },
    takeBack: (line) => {
      const label = all.find((other) => other.line === line)?.label;
      if (label !== undefined) actions.followUps.undo(label);
      drop(line);
    },
  };
}
