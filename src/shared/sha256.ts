/** SHA-256 of a text (in UTF-8) or of bytes, as 64 hex digits in lower case. */
export async function sha256(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const given = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const bytes = await crypto.subtle.digest('SHA-256', given)
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
