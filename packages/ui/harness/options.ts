import { parseArgs } from 'node:util'

export const presetsAll = ['warehouse', 'nocturne', 'daylight', 'cassette', 'signal']
export const pagesAll = ['home', 'mixes', 'mix', 'events', 'event', 'links', 'page', 'legal', 'panel', 'error']

const list = (value: string | undefined, all: string[]) => (value === undefined ? [] : value === 'all' ? all : value.split(','))

/** Options that shoot.ts and axe.ts share; each takes `all` or a comma-separated list. */
export function readOptions() {
  const { values } = parseArgs({
    options: {
      preset: { type: 'string', default: 'warehouse' },
      page: { type: 'string', default: 'home' },
      mode: { type: 'string', default: 'dark,light' },
      amount: { type: 'string', default: 'normal' },
      locale: { type: 'string', default: 'en' },
      width: { type: 'string', default: '390,1440' },
      query: { type: 'string', default: '' },
      out: { type: 'string', default: '/tmp/shots' },
      fold: { type: 'boolean', default: false },
    },
  })
  const cases = []
  for (const preset of list(values.preset, presetsAll))
    for (const page of list(values.page, pagesAll))
      for (const mode of list(values.mode, ['dark', 'light']))
        for (const amount of list(values.amount, ['normal', 'little', 'much']))
          for (const locale of list(values.locale, ['en', 'es', 'pt', 'fr'])) cases.push({ preset, page, mode, amount, locale })
  return {
    cases,
    widths: list(values.width, ['320', '390', '768', '1440']).map(Number),
    query: values.query,
    out: values.out,
    fold: values.fold,
  }
}

export const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--hide-scrollbars',
]
