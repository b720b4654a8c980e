import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { locales } from '@residency/config/locales'
import { getOriginalsSetting, keepOriginals, keepOriginalsSchema } from '@residency/domain/recordings'
import { getSiteSettings, saveSiteSettings } from '@residency/domain/settings'
import { openAction, openLoader } from '@residency/edge/routes'
import { localeNames } from '@residency/i18n'
import { useTranslation } from '@residency/i18n/react'
import { Button, Checkbox, Notice, PageHead, Section, SelectInput, TextArea } from '@residency/ui/studio'
import { z } from 'zod'
import { revalidateAfterCollision } from './after-collision.ts'
import { byIntent } from './by-intent.server.ts'
import { useStudio } from './layout.tsx'
import { ProblemNotice, problemOf } from './problem.tsx'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'settings.edit' }, async ({ ctx }) => ({
    ...(await getSiteSettings(ctx)),
    originalsDays: (await getOriginalsSetting(ctx)).days,
  }))

const checkbox = z.literal('on').optional().transform(Boolean)
const wording = z.string().trim().max(600).default('')
const site = z.object({
  expectedVersion: z.coerce.number().int().nonnegative(),
  locales: z.union([z.enum(locales), z.array(z.enum(locales))]).transform((given) => [given].flat()),
  analytics: checkbox,
  media: checkbox,
  'text.en': wording,
  'text.es': wording,
  'text.pt': wording,
  'text.fr': wording,
})
const originals = z.object({ days: z.string().transform((typed) => (typed === '' ? null : Number(typed))) }).pipe(keepOriginalsSchema)
const form = z.preprocess((sent) => ({ intent: 'site', ...(sent as object) }), byIntent({ site, originals }))

/** How long originals may be kept, in days; '' is for good. */
const lengths = ['', '365', '90', '30', '7', '1'] as const

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'settings.edit', form }, async ({ ctx, form: asked }) => {
    if (asked.intent === 'originals') {
      await keepOriginals(ctx, asked)
      return { done: asked.intent }
    }
    const text = Object.fromEntries(locales.flatMap((locale) => (asked[`text.${locale}`] ? [[locale, asked[`text.${locale}`]]] : [])))
    await saveSiteSettings(ctx, {
      expectedVersion: asked.expectedVersion,
      locales: asked.locales,
      consent: { analytics: asked.analytics, media: asked.media, text },
    })
    return { done: asked.intent }
  })

export default function Settings() {
  const settings = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { ownLocale } = useStudio()
  const { t } = useTranslation('studio')
  const busy = useNavigation().state !== 'idle'
  const problem = problemOf(answer)
  return (
    <>
      <PageHead title={t('settings.title')} intro={t('settings.intro')} />
      <ProblemNotice answer={answer} />
      {answer && 'done' in answer ? (
        <Notice tone="good">{t(answer.done === 'originals' ? 'settings.originalsSaved' : 'settings.saved')}</Notice>
      ) : null}
      <Form method="post" key={settings.version}>
        <input type="hidden" name="expectedVersion" value={settings.version} />
        <Section title={t('settings.languages')} intro={t('settings.languagesIntro')}>
          <fieldset className="stack">
            <legend className="visually-hidden">{t('settings.languages')}</legend>
            {locales.map((locale) => (
              <label key={locale} className="choice" lang={locale}>
                {/* The site's own language can't be taken away; a box that can't be changed is not sent, so a hidden field is. */}
                {locale === ownLocale ? <input type="hidden" name="locales" value={locale} /> : null}
                <input
                  type="checkbox"
                  name="locales"
                  value={locale}
                  defaultChecked={settings.locales.includes(locale)}
                  disabled={locale === ownLocale}
                />{' '}
                {localeNames[locale]}
                {locale === ownLocale ? <small> {t('settings.own')}</small> : null}
              </label>
            ))}
          </fieldset>
        </Section>
        <Section title={t('settings.consent')} intro={t('settings.consentIntro')}>
          <div className="stack">
            <Checkbox
              name="analytics"
              label={t('settings.analytics')}
              hint={t('settings.analyticsHint')}
              defaultChecked={settings.consent.analytics}
            />
            <Checkbox name="media" label={t('settings.media')} hint={t('settings.mediaHint')} defaultChecked={settings.consent.media} />
            {locales.map((locale) => (
              <TextArea
                key={locale}
                name={`text.${locale}`}
                rows={3}
                maxLength={600}
                lang={locale}
                label={t('settings.wording', { language: localeNames[locale] })}
                hint={locale === ownLocale ? t('settings.wordingHint') : undefined}
                defaultValue={problem?.values[`text.${locale}`] ?? settings.consent.text[locale] ?? ''}
              />
            ))}
          </div>
        </Section>
        <p>
          <Button type="submit" weight="main" busy={busy}>
            {t('settings.save')}
          </Button>
        </p>
      </Form>
      <Form method="post" key={`originals-${settings.originalsDays}`}>
        <Section title={t('settings.originals')} intro={t('settings.originalsIntro')}>
          <SelectInput
            name="days"
            label={t('settings.originalsKept')}
            hint={t('settings.originalsHint')}
            defaultValue={String(settings.originalsDays ?? '')}
          >
            {[...new Set([...lengths, String(settings.originalsDays ?? '')])].map((days) => (
              <option key={days} value={days}>
                {days === '' ? t('settings.originalsAlways') : t('settings.originalsDays', { count: Number(days) })}
              </option>
            ))}
          </SelectInput>
          <Button type="submit" name="intent" value="originals" busy={busy}>
            {t('settings.originalsSave')}
          </Button>
        </Section>
      </Form>
    </>
  )
}

export const shouldRevalidate = revalidateAfterCollision
