/** A list number in one of Word's formats (`w:numFmt`, ECMA-376 part 1, 17.18.59), as it is shown. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
      return ''
    case 'upperRoman':
      return romanNumeral(value)
    case 'lowerRoman':
      return romanNumeral(value).toLowerCase()
    case 'upperLetter':
      return letterNumeral(value)
    case 'lowerLetter':
      return letterNumeral(value).toLowerCase()
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'ordinal':
      return `${value}.`
    default:
      return String(value)
  }
}

const romanSteps: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function romanNumeral(value: number): string {
  if (value < 1 || value > 3_999) return String(value)
  let rest = value
  let numeral = ''
  for (const [step, letters] of romanSteps) {
    while (rest >= step) {
      numeral += letters
      rest -= step
    }
  }
  return numeral
}

/** A-Z, then AA, BB ... as Word counts. */
function letterNumeral(value: number): string {
  if (value < 1 || value > 780) return String(value)
  const letter = String.fromCharCode(65 + ((value - 1) % 26))
  return letter.repeat(Math.ceil(value / 26))
}
