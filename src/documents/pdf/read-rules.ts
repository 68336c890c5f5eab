import type { PDFOperatorList } from 'pdfjs-dist/types/src/display/api.js'
import type { PlacePoint } from './link-areas.ts'

/** A straight line drawn on a page, across or down. Points from the upper left corner. */
export type PdfRule = { readonly isAcross: boolean; readonly at: number; readonly from: number; readonly to: number }

type Matrix = readonly [number, number, number, number, number, number]

// Numbers of pdf.js's operators and of the steps of a path (OPS and DrawOPS in its shared/util.js).
const operator = { save: 10, restore: 11, transform: 12, formBegin: 74, formEnd: 75, constructPath: 91 }
const endsWithoutPaint = 28
const step = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 }

const mostRules = 4_000
const shortest = 8
const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The straight lines and edges of boxes among a page's drawing: borders of tables and backgrounds of cells. */
export function readRules(drawing: PDFOperatorList, place: PlacePoint): PdfRule[] {
  const rules: PdfRule[] = []
  const saved: Matrix[] = []
  let matrix: Matrix = identity
  for (let index = 0; index < drawing.fnArray.length && rules.length < mostRules; index += 1) {
    const values: unknown = drawing.argsArray[index]
    switch (drawing.fnArray[index]) {
      case operator.save:
        saved.push(matrix)
        break
      case operator.restore:
      case operator.formEnd:
        matrix = saved.pop() ?? identity
        break
      case operator.transform:
        matrix = multiply(matrix, toMatrix(values))
        break
      case operator.formBegin:
        saved.push(matrix)
        matrix = multiply(matrix, toMatrix(Array.isArray(values) ? values[0] : null))
        break
      case operator.constructPath:
        if (Array.isArray(values) && values[0] !== endsWithoutPaint) addPath(rules, values[1], matrix, place)
    }
  }
  return rules
}

function addPath(rules: PdfRule[], paths: unknown, matrix: Matrix, place: PlacePoint): void {
  const path: unknown = Array.isArray(paths) ? paths[0] : null
  if (!(path instanceof Float32Array)) return
  let start: readonly [number, number] = [0, 0]
  let here = start
  for (let at = 0; at < path.length && rules.length < mostRules; ) {
    const kind = path[at]
    const size = kind === step.curve ? 6 : kind === step.quadratic ? 4 : kind === step.close ? 0 : 2
    const next = kind === step.close ? start : placed(path[at + size - 1] ?? 0, path[at + size] ?? 0, matrix, place)
    if (kind === step.move) start = next
    else if (kind === step.line || kind === step.close) addLine(rules, here, next)
    here = next
    at += 1 + size
  }
}

function addLine(rules: PdfRule[], from: readonly [number, number], to: readonly [number, number]): void {
  const width = Math.abs(from[0] - to[0])
  const height = Math.abs(from[1] - to[1])
  if (width >= shortest && height < 1) {
    rules.push({
      isAcross: true,
      at: (from[1] + to[1]) / 2,
      from: Math.min(from[0], to[0]),
      to: Math.max(from[0], to[0]),
    })
  } else if (height >= shortest && width < 1) {
    rules.push({
      isAcross: false,
      at: (from[0] + to[0]) / 2,
      from: Math.min(from[1], to[1]),
      to: Math.max(from[1], to[1]),
    })
  }
}

function placed(x: number, y: number, [a, b, c, d, e, f]: Matrix, place: PlacePoint): readonly [number, number] {
  return place(a * x + c * y + e, b * x + d * y + f)
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

function toMatrix(values: unknown): Matrix {
  if (!Array.isArray(values) && !ArrayBuffer.isView(values)) return identity
  const [a, b, c, d, e, f] = Array.from(values as ArrayLike<unknown>)
  const numbers = [a, b, c, d, e, f].map((value) => (typeof value === 'number' ? value : Number.NaN))
  return numbers.some(Number.isNaN) ? identity : (numbers as unknown as Matrix)
}
