/**
 * The browser scrolls to the earlier place when it comes back to a page, before a list that is drawn by a
 * script has its rows. So the place is kept with the entry of the history that a link leads away from.
 */
export const keepPlace = (): void => history.replaceState({ ...history.state, y: scrollY }, '');

/** Scrolls to the place that was kept, where the reader came back to it; to be called once the rows are there. */
export function takePlace(): void {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const y: unknown = history.state?.y;
  if (entry?.type === 'back_forward' && typeof y === 'number') scrollTo(0, y);
}
