const threadId = /^19:[\w.-]{1,200}@thread\.(?:v2|tacv2|skype)$/

/**
 * The meeting chat's thread id from what Teams tells a tab: `chat.id`, or else `meeting.id`, which is base64 of
 * "0#<thread id>#0" (PLATFORM F1.3, seen but not promised). Null when neither holds one, as in a channel meeting.
 */
export function readThreadId(chatId: string | undefined, meetingId: string | undefined): string | null {
  if (chatId !== undefined && threadId.test(chatId)) return chatId
  const parts = decodeBase64(meetingId).split('#')
  return parts.find((part) => threadId.test(part)) ?? null
}

function decodeBase64(text: string | undefined): string {
  // atob throws on what is no base64, and on padding that does not fit; a meeting id is some hundred characters.
  const isBase64 =
    text !== undefined && text.length <= 2000 && /^(?:[\w+/-]{4})*(?:[\w+/-]{2}(?:==)?|[\w+/-]{3}=?)?$/.test(text)
  return isBase64 ? atob(text.replaceAll('-', '+').replaceAll('_', '/')) : ''
}
