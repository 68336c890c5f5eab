import { announce, findPart, readSetup } from './page-setup.ts'
import type { TeamsSetup, TeamsTheme } from './teams-setup.ts'
import { createTeamsSide, type TeamsActions } from './teams-side.ts'

const setup = readSetup<TeamsSetup>('setup')
const frame = findPart('#app-frame', HTMLIFrameElement)
const saveButton = document.querySelector<HTMLButtonElement>('#save-tab')

const actions: TeamsActions = {
  openLink,
  showLink: (url) => announce(`Link til deling: ${url}`),
  showLoaded: () => {
    document.body.dataset['app'] = 'loaded'
  },
  showFailure: (reason) => announce(`Appen melder, at den ikke kunne starte. ${reason}`),
  allowSave: (allowed) => {
    if (saveButton) saveButton.disabled = !allowed
  },
  openSavedTab: showSavedTab,
  showSaveFailure: (reason) => announce(reason === '' ? 'Fanen blev ikke gemt.' : reason),
  navigate: (subPageId) => {
    const url = new URL(setup.appUrl, location.origin)
    if (subPageId !== null) url.searchParams.set('m', subPageId)
    frame.src = url.href
  },
  noteUnanswered: (call) => noteCall(call),
}

const teams = createTeamsSide(setup, actions, (message) => frame.contentWindow?.postMessage(message, location.origin))

/** A link to Teams itself would open inside Teams; every other opens a new tab, and the page says so. */
function openLink(url: string): void {
  const { hostname, protocol } = new URL(url, location.href)
  if (protocol !== 'https:' && protocol !== 'http:' && protocol !== 'mailto:') {
    announce(`Teams åbner ikke dette link: ${url}`)
  } else if (hostname === 'teams.microsoft.com') announce(`Her åbner Teams mødet: ${url}`)
  else {
    announce(`Åbnet i en ny fane: ${url}`)
    window.open(url, '_blank', 'noopener')
  }
}

/** After Save the tab shows what it was configured for, as a content page of this same host. */
function showSavedTab(contentUrl: string): void {
  const saved = new URL(contentUrl, location.origin).searchParams
  const next = new URL(location.href)
  next.searchParams.set('frame', 'content')
  next.searchParams.delete('thread')
  for (const [from, to] of [
    ['m', 'meeting'],
    ['f', 'forum'],
  ] as const) {
    const value = saved.get(from)
    if (value !== null) next.searchParams.set(to, value)
  }
  location.assign(next)
}

function noteCall(call: string): void {
  const log = document.querySelector('#unanswered')
  if (!log) return
  const line = document.createElement('li')
  line.textContent = call
  log.append(line)
}

function changeTheme(theme: TeamsTheme): void {
  document.body.dataset['theme'] = theme
  teams.changeTheme(theme)
  const url = new URL(location.href)
  url.searchParams.set('theme', theme)
  history.replaceState(null, '', url)
}

window.addEventListener('message', (event) => {
  // Only the app in our frame is spoken to.
  if (event.source === frame.contentWindow && event.origin === location.origin) teams.receive(event.data)
})

findPart('#theme', HTMLSelectElement).addEventListener('change', (event) => {
  if (event.target instanceof HTMLSelectElement) changeTheme(event.target.value as TeamsTheme)
})
saveButton?.addEventListener('click', () => teams.save())

// Set only now: teams-js in the frame would otherwise speak before anybody listens, and never again.
frame.src = setup.appUrl
