// @vitest-environment jsdom
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeHarmless } from '../../../src/local-tenant/host-pages/browser/harmless.ts'

function clean(html: string): string {
  const holder = document.createElement('div')
  holder.append(makeHarmless(html))
  return holder.innerHTML
}

test.each([
  ['<p onclick="x()" class="a">Hej</p>', '<p>Hej</p>'],
  ['<script>x()</script><b>ja</b>', '<b>ja</b>'],
  ['<style>p{color:red}</style><p style="color:red">rød</p>', '<p>rød</p>'],
  ['<a href="javascript:x()">a</a>', '<a target="_blank">a</a>'],
  ['<a href="https://x.example/?a=1&amp;b=2">a</a>', '<a href="https://x.example/?a=1&amp;b=2" target="_blank">a</a>'],
  ['<img src="https://x.example/a.png" alt="Logo">', 'Logo'],
  ['<iframe src="https://x.example"></iframe>efter', 'efter'],
  ['<svg><script>x()</script></svg>efter', 'efter'],
])('[outlook] %s is shown as %s', (html, shown) => {
  expect(clean(html)).toBe(shown)
})

test('[outlook] no markup, however broken, brings in what could run', () => {
  const piece = fc.constantFrom(
    '<p ',
    '<img ',
    '<svg',
    '<a ',
    'onload=x ',
    'style="a" ',
    'src=x ',
    '>',
    '"',
    "'",
    '</',
    '<script>',
    'x',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const holder = document.createElement('div')
      holder.append(makeHarmless(pieces.join('')))
      expect(holder.querySelector('script, svg, style, iframe')).toBeNull()
      for (const element of holder.querySelectorAll('*')) {
        expect(element.getAttributeNames().filter((name) => name.startsWith('on') || name === 'style')).toEqual([])
      }
    }),
  )
})
