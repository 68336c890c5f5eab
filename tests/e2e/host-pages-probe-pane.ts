/// <reference types="office-js" />

/** A pane that writes down what Outlook says, for the tests of the local Outlook. */
async function probe(): Promise<void> {
  write('ready', await Office.onReady())
  const { mailbox } = Office.context
  if (!mailbox) return
  show()
  mailbox.addHandlerAsync(Office.EventType.ItemChanged, show)
  mailbox.addHandlerAsync(Office.EventType.OfficeThemeChanged, () =>
    write('theme', Office.context.officeTheme?.bodyBackgroundColor),
  )
  button('Slet', async () => {
    const query = new URLSearchParams(location.search)
    const id = mailbox.convertToRestId(mailbox.item?.itemId ?? '', 'v2.0')
    await fetch(`/probe/delete?person=${query.get('person')}&event=${id}`, { method: 'POST' })
  })
  button('Skriv', () =>
    ask<void>((done) => mailbox.item?.body.prependAsync('<p>Fra <b>Mødetråd</b></p>', { coercionType: html }, done)),
  )
}

const html = 'html' as Office.CoercionType

function show(): void {
  const { item } = Office.context.mailbox
  if (!item) return
  void ask<string>((done) => item.body.getAsync('text', done)).then((text) => write('body', text))
  if (typeof item.subject === 'string') write('subject', item.subject)
  for (const file of item.attachments ?? []) {
    void ask<Office.AttachmentContent>((done) => item.getAttachmentContentAsync(file.id, done)).then(({ content }) =>
      write('file', `${file.name} ${atob(content).slice(0, 2)}`),
    )
  }
}

function ask<T>(call: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((give) => call((result) => give(result.value)))
}

function button(name: string, act: () => Promise<unknown>): void {
  const element = document.createElement('button')
  element.textContent = name
  element.addEventListener('click', () => void act().then(() => write(name, 'done')))
  document.body.append(element)
}

function write(what: string, value: unknown): void {
  const line = document.createElement('p')
  line.textContent = `${what}: ${JSON.stringify(value)}`
  document.body.append(line)
}

void probe()
