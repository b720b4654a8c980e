/** An element: its name and its text or children. An absent child is left out. */
export type Xml = [name: string, content: string | number | boolean | (Xml | null)[]]

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }
const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const escapeText = (text: string): string => text.replace(/[&<>"\r]/g, (letter) => entities[letter] ?? letter)

function render([name, content]: Xml): string {
  const inner = Array.isArray(content) ? content.map((child) => (child ? render(child) : '')).join('') : escapeText(String(content))
  return `<${name}>${inner}</${name}>`
}

export const document = ([name, content]: Xml): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${render([name, content]).replace(`<${name}>`, `<${name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">`)}`

export const errorDocument = (code: string, message: string, resource: string, requestId: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${render([
    'Error',
    [
      ['Code', code],
      ['Message', message],
      ['Resource', resource],
      ['RequestId', requestId],
    ],
  ])}`

const unescapeText = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string, decimal: string, name: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal) return String.fromCodePoint(Number(decimal))
    return names[name] ?? whole
  })

/** The inner text of every element of this name, still as markup. Enough for the two flat documents that clients send. */
export const elements = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:\\w+:)?${name}>`, 'g'))].map((match) => match[1] ?? '')

/** The text of the first element of this name. */
export function textOf(xml: string, name: string): string | null {
  const [inner] = elements(xml, name)
  return inner === undefined ? null : unescapeText(inner)
}
