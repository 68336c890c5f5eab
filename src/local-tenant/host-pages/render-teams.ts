import { html } from 'hono/html'
import { frontAddress, type Look, tabAddress, teamsAddress, threadAddress } from './addresses.ts'
import type { TeamsFrame, TeamsSetup } from './browser/teams-setup.ts'
import { saySpan } from './danish-times.ts'
import type { HostPerson } from './host-pages-tenant.ts'
import type { LocalForum, LocalMeeting } from './local-forums.ts'
import { announcementLine, localBadge, type Markup, renderPage, renderThemeChoice } from './page-shell.ts'

/** The frames Teams can show an app in, in the words of the page. */
export const teamsFrames: readonly (readonly [TeamsFrame, string])[] = [
  ['content', 'Fane'],
  ['sidePanel', 'Sidepanel'],
  ['meetingStage', 'Scene'],
  ['settings', 'Opsætning'],
]

const themes = [
  ['default', 'Lyst'],
  ['dark', 'Mørkt'],
  ['contrast', 'Høj kontrast'],
] as const

/** What Teams was asked to show: a tab configured for a meeting, or one that was never configured. */
export type TeamsPlace = {
  readonly person: HostPerson
  readonly tenantId: string
  readonly frame: TeamsFrame
  readonly look: Look
  readonly meetingKey: string | null
  readonly forumId: string | null
  readonly thread: string | null
}

/** The page that plays the Teams client. `meeting` is what the place names, when it names one we have. */
export function renderTeams(place: TeamsPlace, meeting: LocalMeeting | null, forum: LocalForum | null): Markup {
  const title = meeting?.title ?? 'Møde'
  const setup: TeamsSetup = {
    person: { id: place.person.id, oid: place.person.oid, name: place.person.name, mail: place.person.mail },
    tenantId: place.tenantId,
    frame: place.frame,
    theme: place.look.theme,
    language: place.look.language,
    thread: place.thread ?? meeting?.thread ?? null,
    meetingKey: place.meetingKey,
    appUrl: tabAddress(place.person.id, place.meetingKey, place.forumId),
  }
  return renderPage({
    title: `${title} – Teams lokalt`,
    styles: ['teams.css'],
    scripts: ['teams-page.js'],
    theme: place.look.theme,
    setup,
    body: html`${renderBar(place, title, meeting)}
${announcementLine}
${renderRoom(place.frame, forum)}
<details class="unanswered"><summary>Kald, som denne lokale Teams ikke svarer på</summary><ul id="unanswered"></ul></details>`,
  })
}

function frameAddress(place: TeamsPlace, frame: TeamsFrame): string | null {
  const { forumId, look, meetingKey, person, thread } = place
  if (meetingKey !== null && forumId !== null) return teamsAddress(person.id, { key: meetingKey, forumId }, frame, look)
  return thread === null ? null : threadAddress(person.id, thread, frame, look)
}

function renderBar(place: TeamsPlace, title: string, meeting: LocalMeeting | null): Markup {
  const ways = teamsFrames.map(([frame, label]) => {
    const target = frameAddress(place, frame)
    if (frame === place.frame || target === null) return frame === place.frame ? html`<strong>${label}</strong>` : ''
    return html`<a href="${target}">${label}</a>`
  })
  return html`<header class="meeting-bar">
<h1>${title}</h1>
<span class="soft small">${meeting === null ? '' : saySpan(meeting.startIso, meeting.endIso)}</span>
${localBadge}
<div class="tools">
<span>${place.person.name}</span>
<a href="${frontAddress(place.person.id, place.look)}">Skift person</a>
<nav class="tools" aria-label="Vis appen som">${ways}</nav>
${renderThemeChoice(themes, place.look.theme)}
</div>
<ul class="tabs" aria-label="Mødets faner"><li>Chat</li><li>Filer</li><li>Detaljer</li><li class="here">Mødetråd</li></ul>
</header>`
}

const frameElement = html`<iframe id="app-frame" title="Mødetråd" allow="clipboard-write"></iframe>`

function renderRoom(frame: TeamsFrame, forum: LocalForum | null): Markup {
  switch (frame) {
    case 'content':
      return html`<main class="room" aria-label="Mødevindue">${frameElement}</main>`
    case 'meetingStage':
      return html`<main class="room" aria-label="Mødevindue"><div class="stage">${frameElement}</div></main>`
    case 'sidePanel':
      return html`<main class="room" aria-label="Mødevindue">${renderPeople(forum)}<section class="side-panel" aria-labelledby="panel-name"><h2 id="panel-name">Mødetråd</h2>${frameElement}</section></main>`
    case 'settings':
      return html`<main class="room" aria-label="Mødevindue"><section class="settings" aria-labelledby="settings-name"><h2 id="settings-name">Tilføj fanen Mødetråd</h2>${frameElement}<div class="actions"><button type="button" id="save-tab" disabled>Gem</button></div></section></main>`
  }
}

function renderPeople(forum: LocalForum | null): Markup {
  const members = forum?.members.slice(0, 15) ?? []
  return html`<ul class="people-wall" aria-label="Deltagere">${members.map(
    ({ name }) => html`<li><span class="initials" aria-hidden="true">${initialsOf(name)}</span>${name}</li>`,
  )}</ul>`
}

function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter(Boolean)
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`
}
