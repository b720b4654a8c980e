import type { MailColours } from './look.ts'

/** Class → the colours it takes in the dark. Inline styles carry the light ones, for the mailboxes that read no style sheet. */
const rules = (dark: MailColours): [string, string][] => [
  ['desk', `background-color:${dark.desk} !important`],
  ['sheet', `background-color:${dark.sheet} !important`],
  ['ink', `color:${dark.ink} !important`],
  ['quiet', `color:${dark.quiet} !important`],
  ['rule', `border-color:${dark.rule} !important`],
  ['strong-rule', `border-color:${dark.ink} !important`],
  ['link', `color:${dark.link} !important`],
  ['button', `background-color:${dark.button} !important;color:${dark.buttonInk} !important`],
  ['band', `background-color:${dark.band} !important`],
  ['band-ink', `color:${dark.bandInk} !important`],
  ['spine', `border-left-color:${dark.button} !important`],
]

/** For mailboxes with a dark mode of their own (Apple Mail by media query, Outlook by its attribute) and for narrow ones. */
export function styleSheet(dark: MailColours): string {
  const query = rules(dark).map(([name, style]) => `.${name}{${style}}`)
  const outlook = rules(dark).map(([name, style]) => `[data-ogsc] .${name},[data-ogsb] .${name}{${style}}`)
  return [
    ':root{color-scheme:light dark;supported-color-schemes:light dark}',
    `@media (prefers-color-scheme:dark){${query.join('')}}`,
    outlook.join(''),
    '@media (max-width:480px){.pad{padding-left:24px !important;padding-right:24px !important}.wide{display:block !important;text-align:center !important}.title{font-size:28px !important}.fact{display:block !important;width:auto !important;padding-bottom:0 !important}.fact+.fact{padding-top:2px !important;padding-bottom:12px !important}}',
  ].join('')
}
