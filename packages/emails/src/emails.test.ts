import { contrast, defaultBrand, presetNames } from '@residency/brand'
import { locales } from '@residency/i18n'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleBrand, sampleProps } from '../scripts/samples.ts'
import { greetableName, type MailTemplate, mailProps, renderMail } from './index.ts'
import { mailColours } from './look.ts'
import { wrap } from './plain-text.ts'

const names = Object.keys(mailProps) as MailTemplate[]
const brand = sampleBrand('warehouse')
const props = sampleProps(brand.siteUrl)
const options = { locale: 'en', brand, timeZone: 'Europe/London' } as const

describe.each(locales)('letters in %s', (locale) => {
  it.each(names)('%s says the same with and without pictures', async (name) => {
    const mail = await renderMail(name, props[name], { ...options, locale })
    expect(mail.subject).not.toMatch(/[{}]|^\w+\.\w+$/)
    expect(mail.html).toContain(`lang="${locale}"`)
    const seen = mail.html.replace(/<style[\s\S]*?<\/style>/g, '').replace(/<!--[\s\S]*?-->/g, '')
    for (const given of [mail.text, seen]) {
      expect(given).not.toMatch(/\{\{|undefined|\[object|residenc/i)
      expect(given).toContain('DJ Danny Hectic B')
      expect(given).toContain('London SE15 5BS')
      const { url } = props[name] as { url?: string }
      if (url) expect(given).toContain(url)
    }
    expect(mail.html).not.toMatch(/residenc/i)
  })

  it('keep lines of plain text short, and addresses whole', async () => {
    for (const name of names) {
      const { text } = await renderMail(name, props[name], { ...options, locale })
      for (const line of text.split('\n')) expect(line.length <= 72 || !line.includes(' ') || line.includes('@')).toBe(true)
    }
  })
})

describe('the look', () => {
  it.each(presetNames)('of %s can be read on paper and in the dark', (preset) => {
    for (const mode of ['light', 'dark'] as const) {
      const colours = mailColours(defaultBrand(preset), mode)
      expect(contrast(colours.ink, colours.sheet)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(colours.quiet, colours.sheet)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(colours.quiet, colours.desk)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(colours.link, colours.sheet)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('can be read whatever colours the DJ chose', () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(hex, hex, hex, fc.constantFrom(...presetNames), (accent, dark, light, preset) => {
        const record = {
          ...defaultBrand(preset),
          colours: { accent, second: accent, ground: { dark, light }, ink: { dark: null, light: null } },
        }
        for (const mode of ['light', 'dark'] as const) {
          const colours = mailColours(record, mode)
          for (const [ink, ground] of [
            [colours.ink, colours.sheet],
            [colours.link, colours.sheet],
            [colours.buttonInk, colours.button],
            [colours.bandInk, colours.band],
          ] as const) {
            expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('shows the logo with the name for those who see no pictures', async () => {
    const logo = { url: 'https://danny.example/media/1?w=480&f=png', width: 400, height: 100 }
    const { html } = await renderMail('verifyEmail', props.verifyEmail, { ...options, brand: { ...brand, logo } })
    expect(html).toMatch(/<img[^>]*alt="DJ Danny Hectic B"[^>]*/)
    expect(html).toContain('width="160"')
  })
})

describe('strangers', () => {
  it.each([
    ['Ana', 'Ana'],
    ['  Ana\u202e  María ', 'Ana María'],
    ["O'Brien-Smith Jr.", "O'Brien-Smith Jr."],
    ['WIN at evil.example', null],
    ['https://evil.example', null],
    ['call 0800123456', null],
    ['a@b', null],
    ['x'.repeat(61), null],
    ['<b>', null],
    ['...', null],
    ['', null],
  ])('by the name of %j are greeted as %j', (name, greeted) => expect(greetableName(name)).toBe(greeted))

  it('can’t write markup into a letter', async () => {
    const { html } = await renderMail('crewInvitation', { ...props.crewInvitation, invitedBy: '<script>alert(1)</script>' }, options)
    expect(html).not.toContain('<script')
  })

  it('can’t make a link of anything but http', async () => {
    await expect(renderMail('magicLink', { url: 'javascript:alert(1)' }, options)).rejects.toThrow('url')
  })
})

it('refuses to write without what it needs', async () => {
  await expect(renderMail('newSignIn', { name: 'Ana' }, options)).rejects.toThrow('at')
})

it('wraps between words and never within one', () => {
  fc.assert(
    fc.property(
      fc.lorem({ maxCount: 60 }),
      (text) =>
        wrap(text).split('\n').join(' ') === text &&
        wrap(text)
          .split('\n')
          .every((line) => line.length <= 72),
    ),
  )
})
