/** Timers as arguments, so that nothing below the shell holds a timer that it cannot give back. */
export interface Scheduler {
  /** Runs `task` after `ms`; the function returned cancels it. */
  readonly after: (ms: number, task: () => void) => () => void;
  /** Lets the screen and the person have a turn. */
  readonly pause: () => Promise<void>;
}
