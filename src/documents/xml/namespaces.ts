const wordprocessing = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]
const officeRelations = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
]
const odf = 'urn:oasis:names:tc:opendocument:xmlns:'

/** Namespace name -> the prefix our readers use. Transitional and strict OOXML (ECMA-376) and OpenDocument 1.3. */
const prefixByNamespace = new Map<string, string>([
  ...wordprocessing.map((name) => [name, 'w'] as const),
  ...officeRelations.map((name) => [name, 'r'] as const),
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  [`${odf}office:1.0`, 'office'],
  [`${odf}text:1.0`, 'text'],
  [`${odf}table:1.0`, 'table'],
  [`${odf}style:1.0`, 'style'],
  [`${odf}drawing:1.0`, 'draw'],
  [`${odf}xsl-fo-compatible:1.0`, 'fo'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
])

/** The prefix our readers use for a namespace, or undefined when they do not care. */
export function canonicalPrefix(namespace: string): string | undefined {
  return prefixByNamespace.get(namespace)
}
