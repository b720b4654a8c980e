import type { PictureChoice } from '@residency/domain/media'
import { localeNames, locales } from '@residency/i18n'
import { useTranslation } from '@residency/i18n/react'
import { Button, Checkbox, Section, SelectInput, TextArea, TextInput } from '@residency/ui/studio'
import { useRef } from 'react'
import { useStudio } from '../layout.tsx'
import { PictureField } from '../media/picture-field.tsx'

interface Props {
  typed: Record<string, string>
  wrong: Record<string, string>
  /** What the sound itself suggests. */
  suggestion: { genres: string[]; moods: string[] }
  pictures: PictureChoice[]
  tiers: { id: string; name: string }[]
}

/** Everything about a mix that is said in words and switches. */
export function MixFields({ typed, wrong, suggestion, pictures, tiers }: Props) {
  const { locales: offered } = useStudio()
  const { t } = useTranslation('studioMixes')
  const field = (name: string) => ({ name, error: wrong[name], defaultValue: typed[name] ?? '' })
  const box = (name: string) => ({ name, error: wrong[name], defaultChecked: typed[name] === 'on' })
  return (
    <>
      <Section title={t('parts.about')}>
        <TextInput {...field('title')} label={t('fields.title')} required maxLength={200} autoComplete="off" />
        {offered.map((locale) => (
          <TextArea
            key={locale}
            {...field(`description.${locale}`)}
            lang={locale}
            rows={4}
            maxLength={1_900}
            label={t('descriptionIn', { language: localeNames[locale] })}
          />
        ))}
        {locales
          .filter((locale) => !offered.includes(locale))
          .map((locale) => (
            <input key={locale} type="hidden" name={`description.${locale}`} value={typed[`description.${locale}`] ?? ''} />
          ))}
        <TextInput {...field('recordedOn')} type="date" label={t('fields.recordedOn')} required />
        <PictureField
          name="artworkId"
          label={t('fields.artworkId')}
          value={typed.artworkId ?? ''}
          pictures={pictures}
          error={wrong.artworkId}
        />
      </Section>
      <Section title={t('sound')} intro={t('soundIntro')}>
        <Suggested {...field('genre')} label={t('fields.genre')} maxLength={60} words={suggestion.genres} mode="replace" />
        <Suggested
          {...field('moods')}
          label={t('fields.moods')}
          hint={t('moodsHint')}
          maxLength={300}
          words={suggestion.moods}
          mode="add"
        />
      </Section>
      <Section title={t('whoHears')} intro={t('whoHearsIntro')}>
        <SelectInput {...field('exclusiveTierId')} label={t('fields.exclusiveTierId')} hint={t('exclusiveHint')}>
          <option value="">{t('everybody')}</option>
          {tiers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectInput>
        <Checkbox {...box('earlyAccess')} label={t('fields.earlyAccess')} hint={t('earlyAccessHint')} />
        <Checkbox {...box('downloadable')} label={t('fields.downloadable')} hint={t('downloadableHint')} />
        <Checkbox {...box('embedAllowed')} label={t('fields.embedAllowed')} />
        <Checkbox {...box('commentsOpen')} label={t('fields.commentsOpen')} />
      </Section>
    </>
  )
}

/** A field with words that can be taken over by pressing them. */
function Suggested({
  words,
  mode,
  ...field
}: {
  words: string[]
  mode: 'replace' | 'add'
  name: string
  label: string
  hint?: string
  error?: string
  defaultValue: string
  maxLength: number
}) {
  const { t } = useTranslation('studioMixes')
  const row = useRef<HTMLDivElement>(null)
  const take = (word: string) => {
    const input = row.current?.querySelector('input')
    if (!input) return
    const there = input.value
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean)
    input.value = mode === 'replace' ? word : [...new Set([...there, word])].join(', ')
    input.dispatchEvent(new Event('input', { bubbles: true }))
    input.focus()
  }
  return (
    <div ref={row} className="suggested">
      <TextInput {...field} autoComplete="off" />
      {words.length > 0 ? (
        <p className="suggested-words">
          <span>{t('suggested')}</span>{' '}
          {words.map((word) => (
            <Button key={word} weight="quiet" onClick={() => take(word)} aria-label={t('takeWord', { word, field: field.label })}>
              {word}
            </Button>
          ))}
        </p>
      ) : null}
    </div>
  )
}
