/** Writes every letter in every language and preset as files to look at: `npm run preview -w @residency/emails -- <folder>`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { presetNames } from '@residency/brand'
import { locales } from '@residency/i18n'
import { mailProps, renderMail } from '../src/index.ts'
import { sampleBrand, sampleProps } from './samples.ts'

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('Say which folder to write to')
mkdirSync(folder, { recursive: true })
const names = Object.keys(mailProps) as (keyof typeof mailProps)[]
const links: string[] = []
for (const preset of presetNames) {
  for (const locale of locales) {
    for (const name of names) {
      const brand = sampleBrand(preset)
      const mail = await renderMail(name, sampleProps(brand.siteUrl)[name], { locale, brand, timeZone: 'Europe/London' })
      const file = `${preset}-${name}-${locale}`
      writeFileSync(join(folder, `${file}.html`), mail.html)
      writeFileSync(join(folder, `${file}.txt`), mail.text)
      links.push(`<li><a href="${file}.html">${file}</a> <a href="${file}.txt">text</a>: ${mail.subject}</li>`)
    }
  }
}
writeFileSync(join(folder, 'index.html'), `<!doctype html><meta charset="utf-8"><title>Letters</title><ul>${links.join('\n')}</ul>`)
console.log(`${links.length} letters in ${folder}`)
