import { escapeHtml } from './text.ts'

/**
 * What a DJ types in a text block, and the html it is stored as. Paragraphs are parted by an empty line; `**strong**`, `*emphasis*`,
 * `[words](address)`, lines that begin with `- ` or `1. ` are lists. Both ways round, so that what was written is what comes back.
 */
export function toHtml(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const lines = part.split('\n')
      if (lines.every((line) => /^- /.test(line))) return `<ul>${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join('')}</ul>`
      if (lines.every((line) => /^\d+\. /.test(line)))
        return `<ol>${lines.map((line) => `<li>${inline(line.replace(/^\d+\. /, ''))}</li>`).join('')}</ol>`
      return `<p>${lines.map(inline).join('<br>')}</p>`
    })
    .join('')
}

function inline(line: string): string {
  return escapeHtml(line)
    .replace(/\[([^\]\n]+)\]\(([^()\s]+)\)/g, (_match, words: string, address: string) => `<a href="${address}">${words}</a>`)
    .replace(/\*\*([^*\n]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\*([^*\n]+)\*/g, '<em>$1</em>')
    .replace(/`([^`\n]+)`/g, '<code>$1</code>')
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const items = (list: string): string[] => [...list.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, words]) => words ?? '')

export function fromHtml(html: string): string {
  return html
    .replace(
      /<ol>([\s\S]*?)<\/ol>/g,
      (_list, inner: string) =>
        `\n\n${items(inner)
          .map((words, index) => `${index + 1}. ${words}`)
          .join('\n')}\n\n`,
    )
    .replace(
      /<ul>([\s\S]*?)<\/ul>/g,
      (_list, inner: string) =>
        `\n\n${items(inner)
          .map((words) => `- ${words}`)
          .join('\n')}\n\n`,
    )
    .replace(/<\/?(strong|b)>/g, '**')
    .replace(/<\/?(em|i)>/g, '*')
    .replace(/<\/?code>/g, '`')
    .replace(/<a href="([^"]*)">([\s\S]*?)<\/a>/g, '[$2]($1)')
    .replace(/<br\s*\/?>/g, '\n')
    .replace(/<\/p>/g, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_entity, name: string) => named[name] ?? '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
