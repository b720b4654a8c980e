import { localeNames, locales } from '@residency/i18n'
import { useTranslation } from '@residency/i18n/react'
import { SelectInput, TextInput } from '@residency/ui/studio'
import { useStudio } from '../layout.tsx'

/** Names of their own, the same in every language. */
const names: Record<string, string> = {
  instagram: 'Instagram',
  soundcloud: 'SoundCloud',
  mixcloud: 'Mixcloud',
  youtube: 'YouTube',
  spotify: 'Spotify',
  bandcamp: 'Bandcamp',
  x: 'X',
  discord: 'Discord',
}

interface Props {
  /** Name by name, as text. */
  typed: Record<string, string>
  wrong: Record<string, string>
  kinds: readonly string[]
}

/** A link's words in the site's languages, and where it leads. */
export function LinkFields({ typed, wrong, kinds }: Props) {
  const { locales: offered, ownLocale } = useStudio()
  const { t } = useTranslation('studioLinks')
  const field = (name: string) => ({ name, error: wrong[name], defaultValue: typed[name] ?? '' })
  return (
    <>
      <TextInput
        {...field('url')}
        label={t('fields.url')}
        hint={t('urlHint')}
        required
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
      />
      {offered.map((locale) => (
        <TextInput
          key={locale}
          {...field(`label.${locale}`)}
          error={wrong[`label.${locale}`] ?? (locale === ownLocale ? wrong.label : undefined)}
          lang={locale}
          label={offered.length > 1 ? t('labelIn', { language: localeNames[locale] }) : t('fields.label')}
          maxLength={80}
          autoComplete="off"
        />
      ))}
      {locales
        .filter((locale) => !offered.includes(locale))
        .map((locale) => (
          <input key={locale} type="hidden" name={`label.${locale}`} value={typed[`label.${locale}`] ?? ''} />
        ))}
      <SelectInput {...field('kind')} label={t('fields.kind')}>
        <option value="">{t('kindByAddress')}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {names[kind] ?? t(kind === 'mail' ? 'kinds.mail' : 'kinds.other')}
          </option>
        ))}
      </SelectInput>
    </>
  )
}
