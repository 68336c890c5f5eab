import { writeFileSync } from 'node:fs'

// Preloaded into each measured process: leaves its greatest resident size (kB) behind when it ends.
process.on('exit', () => {
  const file = process.env['BENCH_MEMORY_FILE']
  if (file !== undefined) writeFileSync(file, String(process.resourceUsage().maxRSS))
})
