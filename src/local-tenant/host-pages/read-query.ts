import type { Context } from 'hono'
import type { Look } from './addresses.ts'
import type { HostPagesTenant, HostPerson } from './host-pages-tenant.ts'
import { type Markup, renderProblem } from './page-shell.ts'

/** The theme and language an address asks for; what is neither known nor given is light and Danish. */
export function readLook(context: Context): Look {
  const theme = context.req.query('theme')
  return {
    theme: theme === 'dark' || theme === 'contrast' ? theme : 'default',
    language: context.req.query('lang') === 'en' ? 'en' : 'da',
  }
}

/** The person of that id; undefined for one we do not have. */
export function readPerson(tenant: HostPagesTenant, id: string | undefined): HostPerson | undefined {
  return tenant.persons().find((person) => person.id === id)
}

/** Answers with a page that says what is wrong with the address and what to do. */
export async function sendProblem(context: Context, title: string, advice: string): Promise<Response> {
  return sendPage(context, renderProblem(title, advice), 404)
}

/** What an address with a person we do not know gets. */
export async function sendUnknownPerson(context: Context): Promise<Response> {
  const advice = 'Adressen nævner en person, som den lokale lejer ikke kender. Vælg en person på forsiden.'
  return sendProblem(context, 'Personen findes ikke', advice)
}

/** Answers with a page. */
export async function sendPage(context: Context, page: Markup, status: 200 | 404 = 200): Promise<Response> {
  return context.html(String(await page), status)
}
