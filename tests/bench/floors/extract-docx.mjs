import { readFileSync } from 'node:fs'
import mammoth from 'mammoth'

// The least that reading a Word document costs: the library's own extraction, and nothing made of it.
const { value } = await mammoth.convertToHtml({ buffer: readFileSync(process.argv[2] ?? '') })
process.stdout.write(`${value}\n`)
