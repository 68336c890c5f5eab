import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge'

// Microsoft's sign-in ends on this page, in a window, a hidden frame or the page itself; the answer goes to the app
// that asked. An administrator's consent ends here too, with nobody waiting.
const answer = new URLSearchParams(location.search)

if (answer.has('admin_consent')) show(answer.has('error') ? 'refused' : 'consented')
else broadcastResponseToMainFrame().catch(() => show('refused'))

function show(id: 'consented' | 'refused'): void {
  for (const paragraph of document.querySelectorAll('p')) paragraph.hidden = paragraph.id !== id
}
