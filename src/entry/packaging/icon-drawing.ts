import type { Colour } from './encode-png.ts'

/** Which of the product's icons: on its colour, or the white outline that Teams tints. */
export type IconKind = 'colour' | 'outline'

type Point = { readonly x: number; readonly y: number }

const indigo: Colour = [0x3d / 255, 0x3e / 255, 0x78 / 255, 1]
const white: Colour = [1, 1, 1, 1]
const thread: Colour = [0xb4 / 255, 0xb5 / 255, 0xe0 / 255, 1]
const nothing: Colour = [1, 1, 1, 0]

// On a drawing of 1 by 1: a date that died, another, and the live one at the end of the thread.
const dead: readonly Point[] = [
  { x: 0.22, y: 0.34 },
  { x: 0.46, y: 0.62 },
]
const live: Point = { x: 0.74, y: 0.42 }
const edge = 0.2
const samples = 4

/** The signature of the product, dates on a thread, as the colour at a pixel of an icon of `size` pixels. */
export function drawIcon(kind: IconKind, size: number): (x: number, y: number) => Colour {
  // Fine strokes vanish in the small sizes, so they are drawn heavier there.
  const stroke = Math.max(0.055, 1.4 / size)
  return (x, y) => {
    const found: Colour[] = []
    for (let part = 0; part < samples * samples; part += 1) {
      const place = {
        x: (x + ((part % samples) + 0.5) / samples) / size,
        y: (y + (Math.floor(part / samples) + 0.5) / samples) / size,
      }
      found.push(colourAt(kind, place, stroke))
    }
    return mix(found)
  }
}

function colourAt(kind: IconKind, place: Point, stroke: number): Colour {
  const ground = kind === 'colour' && isInSquare(place) ? indigo : nothing
  const line = kind === 'colour' ? thread : white
  const ring = 0.095
  if (distance(place, live) <= 0.15) return white
  for (const point of dead) {
    const away = distance(place, point)
    if (away <= ring - stroke) return ground
    if (away <= ring) return line
  }
  const stops = [...dead, live]
  const isOnThread = stops.some((from, place_) => {
    const to = stops[place_ + 1]
    return to !== undefined && distanceToLine(place, from, to) <= stroke / 2
  })
  return isOnThread ? line : ground
}

function isInSquare({ x, y }: Point): boolean {
  const beside = { x: Math.max(edge - x, x - (1 - edge), 0), y: Math.max(edge - y, y - (1 - edge), 0) }
  return Math.hypot(beside.x, beside.y) <= edge
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y)
}

function distanceToLine(place: Point, from: Point, to: Point): number {
  const along = { x: to.x - from.x, y: to.y - from.y }
  const share = ((place.x - from.x) * along.x + (place.y - from.y) * along.y) / (along.x ** 2 + along.y ** 2)
  const near = Math.min(1, Math.max(0, share))
  return distance(place, { x: from.x + near * along.x, y: from.y + near * along.y })
}

/** The mean, weighted by opacity, so that a clear sample lends no colour. */
function mix(colours: readonly Colour[]): Colour {
  const opacity = colours.reduce((sum, colour) => sum + colour[3], 0)
  if (opacity === 0) return nothing
  const mean = (part: 0 | 1 | 2): number => colours.reduce((sum, colour) => sum + colour[part] * colour[3], 0) / opacity
  return [mean(0), mean(1), mean(2), opacity / colours.length]
}
