import { createServer } from 'node:http'
import { join } from 'node:path'
import Database from 'libsql'

// The least that serving a store over HTTP costs: open the file, listen, answer with one statement a request.
const database = new Database(join(process.argv[2] ?? '', 'tenant.sqlite'))
database.pragma('journal_mode = WAL')
database.pragma('synchronous = NORMAL')
database.exec('CREATE TABLE IF NOT EXISTS bench_floor (id INTEGER PRIMARY KEY, text TEXT NOT NULL)')
const read = database.prepare('SELECT * FROM items LIMIT 1')
const write = database.prepare('INSERT INTO bench_floor (text) VALUES (?)')

const server = createServer((incoming, outgoing) => {
  /** @type {Buffer[]} */
  const chunks = []
  incoming.on('data', (chunk) => chunks.push(chunk))
  incoming.on('end', () => {
    const isWrite = incoming.method === 'POST'
    const body = JSON.stringify(isWrite ? write.run([Buffer.concat(chunks).toString()]) : read.all([]))
    outgoing.writeHead(isWrite ? 201 : 200, {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
    })
    outgoing.end(body)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  process.stdout.write(`${JSON.stringify({ graph: `http://127.0.0.1:${port}` })}\n`)
})
