/** Moves the page's clock so that "now" is midday of a given day; time goes on from there. */
export function installClock(today: string | null): void {
  if (!today) return;
  const Real = Date;
  const [year = 1970, month = 1, day = 1] = today.split('-').map(Number);
  const shift = new Real(year, month - 1, day, 12).getTime() - Real.now();
  class ShiftedDate extends Real {
    constructor(...parts: [] | [number] | [number, number, number, number]) {
      if (parts.length === 0) super(Real.now() + shift);
      else super(...(parts as [number]));
    }
    static override now(): number {
      return Real.now() + shift;
    }
  }
  window.Date = ShiftedDate as DateConstructor;
}
