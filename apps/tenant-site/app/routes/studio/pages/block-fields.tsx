import type { StoredBlock } from '@residency/domain/pages'
import { type Locale, locales } from '@residency/i18n'
import { useTranslation } from '@residency/i18n/react'
import { Button, SelectInput, TextArea, TextInput } from '@residency/ui/studio'
import { fromHtml } from '../../../shape/rich-text.ts'
import { wordsOf } from './page-form.ts'

interface Choice {
  id: string
  label: string
}
interface Props {
  block: StoredBlock
  index: number
  last: boolean
  lang: Locale
  pictures: Choice[]
  mixes: Choice[]
  busy: boolean
  /** What is wrong with it. */
  wrong?: string
}

/** One block: its words in the language being edited, the other languages carried along unseen. */
export function BlockFields({ block, index, last, lang, pictures, mixes, busy, wrong }: Props) {
  const { t } = useTranslation('studioPages')
  const at = `blocks.${index}`
  const fields = wordsOf[block.type]
  const wordsIn = (field: string, locale: Locale): string => {
    const texts = (block as unknown as Record<string, Partial<Record<Locale, string>> | undefined>)[field]
    const text = texts?.[locale] ?? ''
    return field === 'html' ? fromHtml(text) : text
  }
  const tool = (step: 'up' | 'down' | 'remove', disabled: boolean) => (
    <Button
      type="submit"
      name="intent"
      value={`${step}.${index}`}
      weight="quiet"
      disabled={busy || disabled}
      aria-label={t(`tools.${step}What`, { number: index + 1 })}
    >
      {t(`tools.${step}`)}
    </Button>
  )
  return (
    <li className="block-item">
      <input type="hidden" name={`${at}.id`} value={block.id} />
      <input type="hidden" name={`${at}.type`} value={block.type} />
      <div className="block-head">
        <h3>
          {index + 1}. {t(`blocks.${block.type}`)}
        </h3>
        <div className="block-tools">
          {tool('up', index === 0)}
          {tool('down', last)}
          {tool('remove', false)}
        </div>
      </div>
      {wrong ? (
        <p className="field-error" role="alert">
          {wrong}
        </p>
      ) : null}
      <div className="stack">
        {block.type === 'image' ? (
          <SelectInput name={`${at}.mediaId`} label={t('picture')} defaultValue={block.mediaId}>
            {pictures.map((picture) => (
              <option key={picture.id} value={picture.id}>
                {picture.label}
              </option>
            ))}
          </SelectInput>
        ) : null}
        {fields.map((field) =>
          field === 'html' ? (
            <TextArea
              key={field}
              name={`${at}.${field}.${lang}`}
              lang={lang}
              rows={7}
              label={t('words.html')}
              hint={t('htmlHint')}
              defaultValue={wordsIn(field, lang)}
              maxLength={18_000}
            />
          ) : (
            <TextInput
              key={field}
              name={`${at}.${field}.${lang}`}
              lang={lang}
              label={t(`words.${field}` as 'words.text')}
              defaultValue={wordsIn(field, lang)}
              maxLength={block.type === 'quote' && field === 'text' ? 1_000 : 120}
            />
          ),
        )}
        {fields.flatMap((field) =>
          locales
            .filter((locale) => locale !== lang)
            .map((locale) => (
              <input key={`${field}.${locale}`} type="hidden" name={`${at}.${field}.${locale}`} value={wordsIn(field, locale)} />
            )),
        )}
        {block.type === 'heading' ? (
          <SelectInput name={`${at}.level`} label={t('level')} defaultValue={String(block.level)}>
            <option value="2">{t('levels.2')}</option>
            <option value="3">{t('levels.3')}</option>
          </SelectInput>
        ) : null}
        {block.type === 'button' ? (
          <TextInput name={`${at}.href`} label={t('href')} hint={t('hrefHint')} defaultValue={block.href} required maxLength={500} />
        ) : null}
        {block.type === 'mixes' ? (
          <label className="field">
            <span>{t('whichMixes')}</span>
            <select name={`${at}.mixIds`} multiple size={6} defaultValue={block.mixIds}>
              {mixes.map((mix) => (
                <option key={mix.id} value={mix.id}>
                  {mix.label}
                </option>
              ))}
            </select>
          </label>
        ) : null}
      </div>
    </li>
  )
}
