import { announce } from './page-setup.ts'

// The person's choices take effect at once; without scripts the form has its button.
const form = document.querySelector<HTMLFormElement>('#look')
form?.addEventListener('change', () => form.requestSubmit())

document.querySelector('#faults')?.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button') : null
  const request = button?.dataset['request']
  if (button && request !== undefined) void post('/local/faults', request, button.dataset['done'] ?? '')
})

document.querySelector('#start-over')?.addEventListener('click', () => {
  if (window.confirm('Alt, der er skrevet i demoen, slettes, og den begynder forfra. Fortsæt?')) {
    void post('/local/start-over', '{}', '').then(() => location.reload())
  }
})

async function post(path: string, body: string, done: string): Promise<void> {
  const response = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
  announce(response.ok ? done : `Det lykkedes ikke (${response.status}).`)
}
