import { runPopupRelay } from '@azure/msal-browser/popup-relay'

// Opened in a window of its own by the app inside a frame, where Microsoft's sign-in cannot answer (PLATFORM F4.7).
// It opens the sign-in from a click, so that no browser stops the window, and hands the answer back to the frame.
const button = document.querySelector('button')

button?.addEventListener('click', () => {
  button.disabled = true
  try {
    runPopupRelay({ protocolVersion: 2, allowedAuthorityOrigins: ['https://login.microsoftonline.com'] })
  } catch {
    document.getElementById('refused')?.removeAttribute('hidden')
  }
})
