import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { mixIdSchema } from '@residency/domain/catalogue'
import { listTimedTexts, saveTimedText, saveTimedTextSchema, timedTextKinds } from '@residency/domain/timed-texts'
import { openAction, openLoader } from '@residency/edge/routes'
import { localeNames } from '@residency/i18n'
import { useTranslation } from '@residency/i18n/react'
import { Button, Notice, Section, TextArea } from '@residency/ui/studio'
import { z } from 'zod'
import { useStudio } from '../layout.tsx'
import { ProblemNotice, problemOf } from '../problem.tsx'

export const loader = (args: LoaderFunctionArgs) =>
  openLoader(args, { access: 'catalogue.edit', params: mixIdSchema }, async ({ ctx, params }) => ({
    mixId: params.mixId,
    texts: await listTimedTexts(ctx, params),
    kinds: timedTextKinds,
  }))

/** A file takes the place of what stands in the field. */
const form = saveTimedTextSchema
  .omit({ mixId: true, expectedAt: true })
  .extend({ expectedAt: z.string().transform((at) => at || null), file: z.instanceof(File).optional() })

const mostFileBytes = 200_000

export const action = (args: ActionFunctionArgs) =>
  openAction(args, { access: 'catalogue.edit', params: mixIdSchema, form }, async ({ ctx, params, form: { file, ...asked } }) => {
    const lrc = file && file.size > 0 ? (await file.slice(0, mostFileBytes).text()).replaceAll('\0', '') : asked.lrc
    await saveTimedText(ctx, saveTimedTextSchema.parse({ ...params, ...asked, lrc }))
    return { done: true }
  })

export default function Words() {
  const { texts, kinds, mixId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { locales } = useStudio()
  const { t } = useTranslation('studioMixes')
  const busy = useNavigation().state !== 'idle'
  const problem = problemOf(answer)
  return (
    <>
      <ProblemNotice answer={answer} />
      {answer && 'done' in answer ? <Notice tone="good">{t('saved')}</Notice> : null}
      {kinds.map((kind) => (
        <Section key={kind} title={t(`words.${kind}`)} intro={t(`words.${kind}Intro`)}>
          {locales.map((locale) => {
            const known = texts.find((text) => text.kind === kind && text.locale === locale)
            const isWrong = problem?.values.kind === kind && problem.values.locale === locale
            return (
              <details key={locale} className="paste" open={known || isWrong ? true : undefined}>
                <summary>
                  {localeNames[locale]} {known ? '' : <small>{t('words.none')}</small>}
                </summary>
                <Form method="post" encType="multipart/form-data" key={`${known?.savedAt ?? ''}-${isWrong ? problem.requestId : ''}`}>
                  <input type="hidden" name="kind" value={kind} />
                  <input type="hidden" name="locale" value={locale} />
                  <input type="hidden" name="expectedAt" value={known ? String(known.savedAt) : ''} />
                  <TextArea
                    name="lrc"
                    lang={locale}
                    rows={8}
                    maxLength={200_000}
                    label={t('words.lines')}
                    hint={t('words.hint')}
                    error={isWrong ? problem.fields.lrc : undefined}
                    defaultValue={isWrong ? problem.values.lrc : (known?.lrc ?? '')}
                    spellCheck={false}
                  />
                  <div className="trim-form">
                    <div className="field">
                      <label htmlFor={`lrc-${kind}-${locale}`}>{t('words.file')}</label>
                      <input id={`lrc-${kind}-${locale}`} type="file" name="file" accept=".lrc,.txt" />
                    </div>
                    <Button type="submit" disabled={busy}>
                      {t('save')}
                    </Button>
                    {known ? (
                      <a href={`/studio/mixes/${mixId}/words/${kind}/${locale}`} download>
                        {t('words.export')}
                      </a>
                    ) : null}
                  </div>
                </Form>
              </details>
            )
          })}
        </Section>
      ))}
    </>
  )
}
