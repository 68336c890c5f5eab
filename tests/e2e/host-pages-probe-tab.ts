import { app, pages } from '@microsoft/teams-js'

/** A tab that does nothing but talk with Teams and write down what it hears, for the tests of the local Teams. */
async function probe(): Promise<void> {
  await app.initialize([location.origin])
  app.registerOnThemeChangeHandler((theme) => write('theme', theme))
  const context = await app.getContext()
  write('context', context)
  app.notifyAppLoaded()
  await app.notifySuccess()
  if (context.page.frameContext === 'settings') return configure()
  write('current page can change', pages.currentApp.isSupported())
  button('Deltag', () => app.openLink('https://teams.microsoft.com/l/meetup-join/x'))
  button('Udenfor', () => app.openLink(`${location.origin}/?person=lone`))
  button('Farligt', () => app.openLink('javascript:alert(1)'))
}

async function configure(): Promise<void> {
  pages.config.registerOnSaveHandler((save) => {
    const contentUrl = `${location.origin}/app/tab.html?m=11111111-2222-4333-8444-555555555555&f=site`
    pages.config.setConfig({ contentUrl, entityId: 'e', suggestedDisplayName: 'Mødetråd' }).then(
      () => save.notifySuccess(),
      (error: unknown) => save.notifyFailure(String(error)),
    )
  })
  button('Klar', async () => pages.config.setValidityState(true))
}

function button(name: string, act: () => Promise<unknown>): void {
  const element = document.createElement('button')
  element.textContent = name
  element.addEventListener('click', () => {
    act().then(
      () => write(name, 'done'),
      (error: unknown) => write(name, String(error)),
    )
  })
  document.body.append(element)
}

function write(what: string, value: unknown): void {
  const line = document.createElement('p')
  line.textContent = `${what}: ${JSON.stringify(value)}`
  document.body.append(line)
}

probe().catch((error: unknown) => write('error', String(error)))
