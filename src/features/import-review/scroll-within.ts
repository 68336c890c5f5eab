/** Brings an element into the middle of a scrolling box without moving the page around it. */
export function scrollWithin(box: HTMLElement | null, selector: string): void {
  const found = box?.querySelector<HTMLElement>(selector)
  if (!box || !found) return
  const offset = found.getBoundingClientRect().top - box.getBoundingClientRect().top
  box.scrollTop += offset - box.clientHeight / 3
}
