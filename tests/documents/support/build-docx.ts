import { strToU8, zipSync } from 'fflate'

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const relationBase = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Parts of a Word document as XML; what is left out is not in the package. */
export type DocxParts = {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly settings?: string
  /** Part name without folder, e.g. "header1.xml", and its content. */
  readonly others?: Readonly<Record<string, string>>
  /** Rows of the document's relations. */
  readonly relations?: string
}

/** A Word package with just these parts, as bytes. */
export function buildDocx(parts: DocxParts): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': strToU8(relations(relation('rId1', 'officeDocument', 'word/document.xml'))),
    'word/document.xml': strToU8(`<w:document ${namespaces}><w:body>${parts.body}</w:body></w:document>`),
    'word/_rels/document.xml.rels': strToU8(relations(parts.relations ?? '')),
  }
  if (parts.styles !== undefined)
    files['word/styles.xml'] = strToU8(`<w:styles ${namespaces}>${parts.styles}</w:styles>`)
  if (parts.numbering !== undefined) {
    files['word/numbering.xml'] = strToU8(`<w:numbering ${namespaces}>${parts.numbering}</w:numbering>`)
  }
  if (parts.settings !== undefined)
    files['word/settings.xml'] = strToU8(`<w:settings ${namespaces}>${parts.settings}</w:settings>`)
  for (const [name, content] of Object.entries(parts.others ?? {})) {
    files[`word/${name}`] = strToU8(content.replace(/^<([\w:]+)/, `<$1 ${namespaces}`))
  }
  return zipSync(files)
}

/** One row of a `.rels` part. */
export function relation(id: string, kind: string, target: string, mode = ''): string {
  const external = mode === '' ? '' : ` TargetMode="${mode}"`
  return `<Relationship Id="${id}" Type="${relationBase}/${kind}" Target="${target}"${external}/>`
}

function relations(rows: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows}</Relationships>`
}

/** A paragraph with these properties and one run of text. */
export function p(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${r(text)}</w:p>`
}

/** A run of text. */
export function r(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** Properties that put a paragraph into a list. */
export function inList(listId: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${listId}"/></w:numPr>`
}
