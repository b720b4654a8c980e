import { localeNames, locales } from '@residency/i18n'
import { useTranslation } from '@residency/i18n/react'
import { Checkbox, Section, SelectInput, TextArea, TextInput } from '@residency/ui/studio'
import { useStudio } from '../layout.tsx'

/** Figures and names that are the same in every language; null has words. */
const qualities = { aac128: '128 kbit/s', aac256: '256 kbit/s', aac320: '320 kbit/s', lossless: null } as const
const downloads = { none: null, mp3: 'MP3', original: null } as const
const flags = ['exclusives', 'backstage', 'adFree'] as const

interface Props {
  /** Name by name, as text. */
  typed: Record<string, string>
  wrong: Record<string, string>
  currency: string
}

/** A tier's words, prices and benefits. */
export function TierFields({ typed, wrong, currency }: Props) {
  const { locales: offered, ownLocale } = useStudio()
  const { t } = useTranslation('studioFanClub')
  const field = (name: string) => ({ name, error: wrong[name], defaultValue: typed[name] ?? '' })
  const figure = (name: string, least: number, most: number) => ({
    ...field(name),
    defaultValue: typed[name] ?? String(least),
    type: 'number',
    inputMode: 'numeric' as const,
    min: least,
    max: most,
  })
  return (
    <>
      <Section title={t('parts.words')}>
        {offered.map((locale) => (
          <TextInput
            key={locale}
            {...field(`name.${locale}`)}
            error={wrong[`name.${locale}`] ?? (locale === ownLocale ? wrong.name : undefined)}
            lang={locale}
            label={t('nameIn', { language: localeNames[locale] })}
            maxLength={60}
            autoComplete="off"
          />
        ))}
        {offered.map((locale) => (
          <TextArea
            key={locale}
            {...field(`description.${locale}`)}
            lang={locale}
            rows={2}
            maxLength={600}
            label={t('descriptionIn', { language: localeNames[locale] })}
          />
        ))}
        {locales
          .filter((locale) => !offered.includes(locale))
          .flatMap((locale) => [`name.${locale}`, `description.${locale}`])
          .map((name) => (
            <input key={name} type="hidden" name={name} value={typed[name] ?? ''} />
          ))}
      </Section>
      <Section title={t('parts.price')} intro={t('parts.priceIntro', { currency })}>
        <div className="field-pair">
          <TextInput
            {...field('priceMonthMinor')}
            label={t('fields.priceMonthMinor')}
            inputMode="decimal"
            required
            maxLength={12}
            autoComplete="off"
          />
          <TextInput
            {...field('priceYearMinor')}
            label={t('fields.priceYearMinor')}
            hint={t('yearHint')}
            inputMode="decimal"
            maxLength={12}
            autoComplete="off"
          />
        </div>
      </Section>
      <Section title={t('parts.benefits')}>
        <div className="field-pair">
          <SelectInput {...field('quality')} defaultValue={typed.quality || 'aac256'} label={t('fields.quality')}>
            {Object.entries(qualities).map(([quality, name]) => (
              <option key={quality} value={quality}>
                {name ?? t('quality.lossless')}
              </option>
            ))}
          </SelectInput>
          <SelectInput {...field('downloads')} defaultValue={typed.downloads || 'none'} label={t('fields.downloads')}>
            {Object.entries(downloads).map(([kind, name]) => (
              <option key={kind} value={kind}>
                {name ?? t(kind === 'none' ? 'downloads.none' : 'downloads.original')}
              </option>
            ))}
          </SelectInput>
        </div>
        <TextInput {...figure('earlyAccessHours', 0, 720)} label={t('fields.earlyAccessHours')} hint={t('earlyHint')} />
        <div className="field-pair">
          <TextInput {...figure('messageQuota', 0, 1_000)} label={t('fields.messageQuota')} />
          <TextInput {...figure('seats', 1, 12)} label={t('fields.seats')} />
        </div>
        {flags.map((name) => (
          <Checkbox key={name} name={name} value="on" label={t(`fields.${name}`)} defaultChecked={typed[name] === 'on'} />
        ))}
      </Section>
    </>
  )
}
