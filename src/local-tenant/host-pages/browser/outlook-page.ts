import { createComposeForm } from './compose-form.ts'
import { makeHarmless } from './harmless.ts'
import type { OutlookSetup } from './outlook-setup.ts'
import type { FromOutlook, OpenItem, OutlookQuestion, OutlookTheme, ToOutlook } from './outlook-wire.ts'
import { announce, findPart, readSetup } from './page-setup.ts'

const setup = readSetup<OutlookSetup>('setup')
const frame = findPart('#app-frame', HTMLIFrameElement)
const compose = createComposeForm(setup.personId)
let item: OpenItem = setup.item
let theme: OutlookTheme = setup.theme

function tell(message: FromOutlook): void {
  frame.contentWindow?.postMessage(message, location.origin)
}

/** Answers the add-in. Throws an Error whose message is the name of Office's error. */
async function answer(question: OutlookQuestion): Promise<unknown> {
  switch (question.what) {
    case 'hello':
      return { item, profile: setup.profile, language: setup.language, theme }
    case 'file':
      return readFile(question.id)
    case 'open-appointment':
      return openAppointment(question.ewsId)
    case 'field':
      return compose.read(question.field)
    case 'set-body':
      return compose.setBody(question.html)
    case 'insert':
      return compose.insert(question.place, question.html)
  }
}

async function readFile(id: string): Promise<string> {
  const mail = item.kind === 'message' ? item.ewsId : ''
  const query = new URLSearchParams({ person: setup.personId, message: mail, file: id })
  const response = await fetch(`/local/file?${query}`)
  if (!response.ok) throw new Error('AttachmentNotFound')
  return response.text()
}

function openAppointment(ewsId: string): void {
  const url = new URL(location.href)
  for (const name of ['message', 'compose']) url.searchParams.delete(name)
  url.searchParams.set('event', ewsId.replaceAll('/', '-').replaceAll('+', '_'))
  location.assign(url)
}

function isQuestion(data: unknown): data is ToOutlook {
  return typeof data === 'object' && data !== null && 'officeQuestion' in data
}

window.addEventListener('message', (event) => {
  const { data, origin, source } = event
  if (source !== frame.contentWindow || origin !== location.origin || !isQuestion(data)) return
  answer(data.officeQuestion).then(
    (value) => tell({ officeAnswer: data.number, value, problem: null }),
    (error: unknown) =>
      tell({
        officeAnswer: data.number,
        value: null,
        problem: error instanceof Error ? error.message : 'InternalError',
      }),
  )
})

/** Looks whether the open entry is still there: the add-in may have taken it away. */
async function lookForItem(): Promise<void> {
  if (setup.stateUrl === null) return
  const response = await fetch(setup.stateUrl)
  if (!response.ok) return
  const state: unknown = await response.json()
  const exists = typeof state === 'object' && state !== null && 'exists' in state && state.exists === true
  findPart('#gone', HTMLElement).hidden = exists
}

/** Puts the open item's body where the page has a place for it. */
function showBody(): void {
  if (item.kind !== 'compose') document.querySelector('#item-body')?.replaceChildren(makeHarmless(item.bodyHtml))
}

/** With the pane pinned, another mail comes in under it and the add-in is told (PLATFORM F3.11). */
async function showMail(link: HTMLAnchorElement): Promise<void> {
  const response = await fetch(`/local/mail-item?${new URL(link.href).searchParams}`)
  if (!response.ok) {
    location.assign(link.href)
    return
  }
  const answered: { readonly item: OpenItem; readonly markup: string } = await response.json()
  item = answered.item
  const place = findPart('#open-item', HTMLElement)
  place.replaceChildren(...new DOMParser().parseFromString(answered.markup, 'text/html').body.childNodes)
  for (const other of document.querySelectorAll('.folder a')) other.removeAttribute('aria-current')
  link.setAttribute('aria-current', 'page')
  showBody()
  history.pushState(null, '', link.href)
  tell({ officeNews: { item } })
}

findPart('.folder', HTMLElement).addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  // Only between mails does a pane stay; appointments open anew.
  if (!link?.dataset['mail'] || item.kind !== 'message' || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  void showMail(link)
})

findPart('#theme', HTMLSelectElement).addEventListener('change', (event) => {
  if (!(event.target instanceof HTMLSelectElement)) return
  theme = event.target.value as OutlookTheme
  document.body.dataset['theme'] = theme
  keepInAddress('theme', theme)
  tell({ officeNews: { theme } })
})

findPart('#width', HTMLSelectElement).addEventListener('change', (event) => {
  if (!(event.target instanceof HTMLSelectElement)) return
  findPart('.pane', HTMLElement).dataset['width'] = event.target.value
  keepInAddress('width', event.target.value)
})

function keepInAddress(name: string, value: string): void {
  const url = new URL(location.href)
  url.searchParams.set(name, value)
  history.replaceState(null, '', url)
}

document.querySelector('#refresh')?.addEventListener('click', () => void lookForItem())
window.addEventListener('focus', () => void lookForItem())
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void lookForItem()
})
// The person works in the frame, which leaves this page without focus: so it looks by itself, as Outlook's own sync.
setInterval(() => {
  const isSingle = setup.item.kind === 'appointment' && setup.item.seriesId === null
  if (isSingle && document.visibilityState === 'visible') void lookForItem()
}, 2000)
window.addEventListener('popstate', () => location.reload())
showBody()
compose.whenSent((message) => announce(message))

frame.src = setup.appUrl
