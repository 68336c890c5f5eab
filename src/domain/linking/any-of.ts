const start = String.raw`(?<![\p{L}\d])`
const end = String.raw`(?![\p{L}\d])`

/** Any of these forms as whole words; in small letters. The u flag, since \b does not know æ, ø and å. */
export function anyOf(...forms: readonly string[]): RegExp {
  return new RegExp(`${start}(?:${forms.join('|')})${end}`, 'u')
}
