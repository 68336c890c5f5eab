/** Undoes percent encoding until nothing changes, at most three times: links come encoded once, twice, and wrapped. */
export function decodeRepeatedly(text: string): string {
  let decoded = text
  for (let turn = 0; turn < 3 && decoded.includes('%'); turn += 1) {
    // A stray "%" is no encoding: each well-formed run is decoded by itself, the rest stays.
    const next = decoded.replace(/(?:%[0-9a-f]{2})+/gi, (run) => decodeRun(run))
    if (next === decoded) break
    decoded = next
  }
  return decoded
}

function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run)
  } catch (error) {
    if (error instanceof URIError) return run
    throw error
  }
}
