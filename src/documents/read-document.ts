import type { Outline } from '../domain/agenda/outline.ts'
import type { Reading } from '../shared/reading.ts'
import { detectFormat } from './detect-format.ts'
import { type DocumentReading, defaultReadLimits, type ReadLimits, UnreadableError } from './document-reading.ts'
import { outlineText } from './outline-text.ts'
import { ReadBudget } from './read-budget.ts'

/**
 * Reads a file into an outline: Word, PDF, OpenDocument, HTML or plain text, told apart by content, not by name.
 * Never throws for what is in the file; nothing in it is executed or fetched. Runs in Node and in a module worker.
 */
export async function readDocument(
  file: { readonly name: string; readonly bytes: Uint8Array },
  limits: Partial<ReadLimits> = {},
): Promise<DocumentReading> {
  try {
    const { value, findings } = await readOutline(file, limits)
    return { kind: 'outline', outline: value, findings }
  } catch (error) {
    // What a library throws at a file it cannot follow is the file's fault.
    return { kind: 'unreadable', reason: error instanceof UnreadableError ? error.reason : 'corrupt' }
  }
}

/** The same, but throws UnreadableError; any other error is a bug (tests call this, so that none is hidden). */
export async function readOutline(
  file: { readonly name: string; readonly bytes: Uint8Array },
  limits: Partial<ReadLimits> = {},
): Promise<Reading<Outline>> {
  const allLimits = { ...defaultReadLimits, ...limits }
  if (file.bytes.length === 0) throw new UnreadableError('empty')
  if (file.bytes.length > allLimits.fileBytes) throw new UnreadableError('tooLarge')
  const reading = await readByFormat(file.bytes, baseName(file.name), new ReadBudget(allLimits))
  const hasText = /[\p{L}\p{N}]/u.test(outlineText(reading.value))
  if (!hasText) throw new UnreadableError(reading.value.source === 'txt' ? 'empty' : 'noText')
  return reading
}

async function readByFormat(bytes: Uint8Array, name: string, budget: ReadBudget): Promise<Reading<Outline>> {
  switch (detectFormat(bytes)) {
    case 'zip':
      return readPackage(bytes, name, budget)
    case 'pdf': {
      const { readPdf } = await import('./pdf/read-pdf.ts')
      return readPdf(bytes, name, budget)
    }
    case 'html': {
      const { readHtml } = await import('./html/read-html.ts')
      return readHtml(bytes, name, budget)
    }
    case 'text': {
      const { readText } = await import('./text/read-text.ts')
      return readText(bytes, name, budget)
    }
    case 'compound':
      throw new UnreadableError(isEncryptedCompound(bytes) ? 'encrypted' : 'oldWord')
    case 'rtf':
    case 'binary':
      throw new UnreadableError('unknownFormat')
  }
}

// The readers are loaded when a file of their kind comes: what a PDF needs not is not waited for.
async function readPackage(bytes: Uint8Array, name: string, budget: ReadBudget): Promise<Reading<Outline>> {
  const { openPackage } = await import('./package/open-package.ts')
  const source = openPackage(bytes, budget.limits)
  const { findMainPart, readDocx } = await import('./docx/read-docx.ts')
  if ((await findMainPart(source, budget)) !== null) return readDocx(source, name, budget)
  if (source.names.has('content.xml')) {
    const { readOdt } = await import('./odt/read-odt.ts')
    return readOdt(source, name, budget)
  }
  throw new UnreadableError(source.names.has('[Content_Types].xml') ? 'corrupt' : 'unknownFormat')
}

/** Office keeps an encrypted document in a compound file with a stream of this name (MS-OFFCRYPTO 2.3.1). */
function isEncryptedCompound(bytes: Uint8Array): boolean {
  const wanted = 'EncryptedPackage'
  for (let at = bytes.indexOf(0x45); at >= 0; at = bytes.indexOf(0x45, at + 1)) {
    let matched = 0
    while (matched < wanted.length && bytes[at + matched * 2] === wanted.charCodeAt(matched)) matched += 1
    if (matched === wanted.length) return true
  }
  return false
}

function baseName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
}
