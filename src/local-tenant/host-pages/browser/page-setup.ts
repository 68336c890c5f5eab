/** Reads what the server has put into the page as JSON under an id. */
export function readSetup<T>(id: string): T {
  const text = document.getElementById(id)?.textContent
  if (!text) throw new Error(`The page lacks its ${id}`)
  return JSON.parse(text) as T
}

/** Finds a part of the page that the server always writes. */
export function findPart<T extends Element>(selector: string, kind: new () => T): T {
  const found = document.querySelector(selector)
  if (!(found instanceof kind)) throw new Error(`The page lacks ${selector}`)
  return found
}

/** Says something to everybody, screen readers included. */
export function announce(text: string): void {
  const line = findPart('#announcement', HTMLElement)
  line.textContent = text
  line.hidden = text === ''
}
