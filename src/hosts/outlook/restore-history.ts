/** Office.js lays null over `history.pushState` and `replaceState`; takes that away, so that the browser's own work again. */
export function restoreHistory(page: Window): void {
  for (const name of ['pushState', 'replaceState'] as const) {
    if (typeof page.history[name] !== 'function') Reflect.deleteProperty(page.history, name)
  }
}
